using Azure.Storage.Queues;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Core.Steps;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.EndToEnd.Backup;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Real queues, as metrics see them. Nothing here listens.</summary>
public sealed class QueueWatchTests(AzuriteServer azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private ServiceProvider? _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddStorage(settings).BuildServiceProvider();
        await _services.GetRequiredService<StorageSetup>().Run(Cancellation);
    }

    public async ValueTask DisposeAsync() => await _services!.DisposeAsync();

    [Fact]
    public async Task What_is_put_off_has_waited_only_since_it_could_be_taken()
    {
        await Send(QueueNames.Badges, Delay);
        (await Read(QueueNames.Badges)).ShouldBe(new(QueueNames.Badges, 1, TimeSpan.Zero));

        await Task.Delay(Delay * 1.5, Cancellation);
        _time.Advance(TimeSpan.FromMinutes(5));
        (await Read(QueueNames.Badges)).ShouldBe(new(QueueNames.Badges, 1, TimeSpan.FromMinutes(5) - Delay));
    }

    [Fact]
    public async Task The_oldest_counts_and_a_queue_with_nothing_in_it_has_no_age()
    {
        await Send(QueueNames.Notices, delay: null);
        _time.Advance(TimeSpan.FromMinutes(2));
        await Send(QueueNames.Notices, delay: null);

        var reading = await Read(QueueNames.Notices);
        reading.Length.ShouldBe(2);
        reading.OldestAge.ShouldBeInRange(
            TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(10),
            TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(10));
        (await Read(QueueNames.Notices + QueueNames.PoisonSuffix)).ShouldBe(
            new(QueueNames.Notices + QueueNames.PoisonSuffix, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_this_release_cannot_read_is_counted_all_the_same()
    {
        const string Name = QueueNames.Reconciliations + QueueNames.PoisonSuffix;
        var queue = new QueueClient(azurite.ConnectionString, Name);
        await queue.SendMessageAsync("!", Cancellation);
        await queue.SendMessageAsync(
            Convert.ToBase64String("""{ "v": 99, "id": "id", "institution": "lacnord", "kind": "part" }"""u8),
            Cancellation);
        _time.Advance(TimeSpan.FromMinutes(2));

        var reading = await Read(Name);

        reading.Length.ShouldBe(2);
        reading.OldestAge.ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
        await queue.ClearMessagesAsync(Cancellation);
    }

    [Fact]
    public async Task The_command_line_shows_the_age_that_the_metric_has()
    {
        _time.Advance(TimeSpan.FromHours(1));
        await Send(QueueNames.Transcripts, TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);

        (await Read(QueueNames.Transcripts)).ShouldBe(new(QueueNames.Transcripts, 1, TimeSpan.Zero));
        var (_, said) = await new Terminal(azurite.ConnectionString).Run("queues");
        said.Split('\n').Single(line => line.Contains($" {QueueNames.Transcripts} ", StringComparison.Ordinal)).ShouldNotContain(" s ");
    }

    private Task Send(string queue, TimeSpan? delay) =>
        _services!.GetRequiredService<IQueues>().Send(Envelope.Of("id", On(queue)), delay, Cancellation);

    private static HubMessage On(string queue) =>
        queue switch
        {
            QueueNames.Badges => new StepDue(AwardId.Parse("lacnord-a-0"), StepName.Badge),
            QueueNames.Transcripts => new StepDue(AwardId.Parse("lacnord-a-0"), StepName.Transcript),
            _ => new AlertDue("lacnord", "item"),
        };

    private async Task<QueueReading> Read(string queue)
    {
        var all = await _services!.GetRequiredService<IQueueWatch>().Read(Cancellation);
        all.Select(reading => reading.Queue).ShouldBe(StorageNames.Queues, ignoreOrder: true);
        return all.Single(reading => reading.Queue == queue);
    }
}
