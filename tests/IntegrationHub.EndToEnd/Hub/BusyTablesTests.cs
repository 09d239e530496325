using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>A hub whose tables can be made busy.</summary>
public sealed class HubBehindBusyTables : RunningHub
{
    private const string Setting = "AzureWebJobsStorage";

    internal TableProxy Tables { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Tables.DisposeAsync();
    }

    protected override void Adjust(Dictionary<string, string> settings)
    {
        const string name = "TableEndpoint=";
        var endpoint = settings[Setting].Split(';').Single(part => part.StartsWith(name, StringComparison.Ordinal))[name.Length..];
        Tables = TableProxy.Start(new Uri(endpoint).GetLeftPart(UriPartial.Authority)).GetAwaiter().GetResult();
        settings[Setting] = settings[Setting].Replace(endpoint, Tables.Address + new Uri(endpoint).AbsolutePath, StringComparison.Ordinal);
    }
}

/// <summary>The likeliest outage in Azure: tables that are busy for a while, when queues and webhooks are not.</summary>
public sealed class BusyTablesTests(HubBehindBusyTables hub) : IClassFixture<HubBehindBusyTables>
{
    private const int Completions = 20;

    [Fact]
    public async Task Completions_wait_while_the_tables_are_busy_and_go_on_by_themselves()
    {
        var learners = Enumerable.Range(0, Completions).Select(_ => hub.Campus.NewLearner()).ToList();
        hub.Tables.IsBusy = true;
        await Task.WhenAll(learners.Select(learner => hub.Complete(learner, "CYB120")));
        // As often as the host's own five tries would have it.
        await RunningHub.Until(() =>
            hub.Log.Split("A message on completions is put off: The storage did not do what was asked of it (503").Length > 4 * Completions
        );

        hub.Tables.IsBusy = false;
        await RunningHub.Until(() => learners.TrueForAll(learner => hub.Campus.MailOf(learner).Count > 0));
        await hub.QueuesAreEmpty();

        learners.ShouldAllBe(learner =>
            hub.Campus.TranscriptOf(learner).Count == 1 && hub.Campus.BadgesOf(learner).Count == 1 && hub.Campus.MailOf(learner).Count == 1
        );
        (await hub.OpenItems()).ShouldBeEmpty();
    }
}
