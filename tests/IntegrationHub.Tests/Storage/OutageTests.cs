using Azure;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Storage;

/// <summary>However tables, blobs and queues fail to answer, the hub hears one thing: its storage is silent.</summary>
public sealed class OutageTests
{
    private const string WithinATransaction = "busy within a transaction";

    private static readonly AwardId Award = new(DossierId.Of("lacnord", "learner", "water"), 0);

    public static TheoryData<string> Faults => [.. FaultyAccount.Faults.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_is_no_answer_is_an_outage_of_the_storage(string fault)
    {
        using var account = new FaultyAccount(fault) { QueuesToo = true };
        var dossiers = new Dossiers(account.Clients);
        var step = new Step { Name = StepName.Badge, Updated = default };
        List<Func<Task>> asked = [() => dossiers.Save(Award, [step], [], default)];
        if (fault != WithinATransaction)
        {
            var states = new ConnectionTable(account.Clients);
            var payloads = new Payloads(account.Clients);
            var queues = new Queues(account.Clients, payloads, TimeProvider.System);
            asked.AddRange(
            [
                () => dossiers.Read(Award.Dossier, default),
                () => dossiers.Note(Award, new(0, default, TimelineEvent.Told), default),
                () => states.Read("lacnord", "sis", default),
                () => states.Write("lacnord", "sis", new(), default),
                () => states.Write("lacnord", "sis", new() { Version = "1" }, default),
                () => new EventTable(account.Clients).Find(new("lacnord", "lms", "1"), default),
                () => payloads.Read("20261102/lacnord/T.json", default),
                () => payloads.Keep("lacnord", "T", new("lms", default, new Dictionary<string, string>(), ""), default),
                () => payloads.Drop("held/1/20261102/lacnord/T.json", "1", default),
                () => new Endorsements(account.Clients).Of("lacnord", default, default),
                () => queues.Send(Envelope.Of("T", new EraseLearner("lacnord", "L")), null, default),
                () => new Messages(account.Clients).PutOff(QueueNames.Badges, "text", TimeSpan.Zero, default),
                () => new QueueWatch(account.Clients, TimeProvider.System).Read(default),
            ]);
        }

        foreach (var ask in asked)
            (await Should.ThrowAsync<StorageSilentException>(ask)).Message.ShouldStartWith("The storage did not do what was asked of it (");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    public void A_refusal_a_missing_row_and_a_lost_race_are_answers(int status) =>
        (Outage.Is(status), Outage.Is(new RequestFailedException(status, "no"), default)).ShouldBe((false, false));

    [Fact]
    public async Task Who_no_longer_waits_for_an_answer_is_told_of_no_outage()
    {
        using var account = new FaultyAccount("timed out");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new Dossiers(account.Clients).Read(Award.Dossier, gone.Token));
    }
}
