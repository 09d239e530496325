using IntegrationHub.Cli.Azurite;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Reconciliation;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>
/// A backup of version 1, with a row of every table and a blob of every container, is restored and understood by every later release.
/// </summary>
public sealed class GoldenBackupTests : IAsyncLifetime
{
    private const string Learner = "LEARNERAAAAAAAAAAAAAAAAAAA";
    private static readonly DossierId Dossier = new("lacnord", "ABCDEFGHIJKLMNOPQRSTUVWX");
    private static readonly AwardId Award = new(Dossier, 0);
    private static readonly CredentialId Credential = new("lacnord", "ABCDEFGHJKMNPQRSTVWXYZ2345");
    private static readonly DateTimeOffset Later = new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private AzuriteProcess _azurite = null!;
    private ServiceProvider _hub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        _hub = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISecrets, NoSecrets>()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _azurite.ConnectionString)]).Build())
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    [Fact]
    public async Task All_of_it_is_read_by_what_owns_it()
    {
        var golden = Path.Combine(Repository.Root, "tests", "IntegrationHub.EndToEnd", "Backup", "Golden", "1");
        var result = await new StorageRestore(StorageClients.Of(_azurite.ConnectionString), TimeProvider.System).Run(
            golden,
            intoExisting: false,
            new Nobody(),
            Token);
        result.Erasures.ShouldBe(0);

        await Awards();
        await People();
        await Credentials();
        await Sources();
    }

    private async Task Awards()
    {
        var dossier = await Of<IDossiers>().Read(Dossier, Token);
        dossier.Evidence.ShouldHaveSingleItem();
        dossier.Acts.ShouldHaveSingleItem();
        dossier.Parts.ShouldHaveSingleItem();
        dossier.Decision.ShouldNotBeNull();
        dossier.Timeline.ShouldHaveSingleItem();
        var award = dossier.Award(0).ShouldNotBeNull();
        (award.Learner, award.MicroCredential, award.Steps.Count).ShouldBe((Learner, "wound-care", 2));

        (await All(Of<IAwardIndex>().OpenedBefore(Later, Token))).ShouldHaveSingleItem().Award.ShouldBe(Award);
        (await All(Of<ICalendar>().Until(new(2026, 12, 1), Token))).ShouldHaveSingleItem().ShouldBe(new Due(new(2026, 12, 1), Award, 30));
        (await Of<IRecordFiles>().All("lacnord", Token)).ShouldHaveSingleItem().Day.ShouldBe(new(2026, 11, 1));
        (await Of<IRecordFiles>().Lines("lacnord", new(2026, 11, 1), Token)).ShouldHaveSingleItem().Award.ShouldBe(Award);
        (await Of<IRecordFiles>().Trail(Award, Token)).Entries.ShouldHaveSingleItem();
    }

    private async Task People()
    {
        (await Of<ILearners>().FindId("lacnord", "KEYA", Token)).ShouldBe(Learner);
        (await Of<ILearners>().Find("lacnord", Learner, Token)).ShouldNotBeNull().StudentNumber.ShouldNotBeNull();
        (await Of<IErasures>().All("lacnord", Token)).ShouldHaveSingleItem().Done.ShouldNotBeNull();
        (await Of<IAttention>().Open("lacnord", Token)).ShouldHaveSingleItem().Award.ShouldBe(Award);
        (await All(Of<IAttention>().Waiting("lacnord", "item", Token))).ShouldHaveSingleItem();
    }

    private async Task Credentials()
    {
        (await Of<IHoldings>().Of("lacnord", Learner, Token)).ShouldHaveSingleItem().Credential.ShouldBe(Credential);
        (await Of<ICredentials>().Find(Credential, Token)).ShouldNotBeNull().Award.ShouldBe(Award);
        (await Of<IStatusLists>().Read("lacnord", StatusPurpose.Revocation, 0, Token)).ShouldNotBeNull().Bits.Span[0].ShouldBe((byte)0x80);
        (await Of<IStatusLists>().Allocate("lacnord", Token)).List.ShouldBeGreaterThan(0);
    }

    private async Task Sources()
    {
        (await Of<ISourceHistory>().All("lacnord", Token)).Keys.ShouldHaveSingleItem().ShouldBe("canvas");
        (await Of<IConnectionStates>().Read("lacnord", "ethos", Token)).Version.ShouldNotBeNull();
        (await Of<IEventRegister>().Find(new("lacnord", "canvas", "E1"), Token)).ShouldNotBeNull().Counted.ShouldHaveSingleItem();
        (await Of<IPayloads>().Read("20261101/lacnord/T1.json", Token)).ShouldNotBeNull();
        (await Of<IPayloads>().Read("held/KEY/20261101/lacnord/T1.json", Token)).ShouldNotBeNull("a blob without a version");
        var reconciliation = (await Of<IReconciliations>().Find("lacnord", "canvas", "20261101120000-R", Token)).ShouldNotBeNull();
        (await Of<IReconciliations>().Courses(reconciliation, Token)).ShouldHaveSingleItem();
    }

    private T Of<T>()
        where T : notnull => _hub.GetRequiredService<T>();

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        await foreach (var one in source)
            all.Add(one);
        return all;
    }

    private sealed class NoSecrets : ISecrets
    {
        public string? Find(string institution, string setting) => null;
    }

    private sealed class Nobody : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) { }
    }
}
