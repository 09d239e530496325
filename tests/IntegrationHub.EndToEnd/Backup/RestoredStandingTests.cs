using Azure.Data.Tables;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>
/// What an institution said of a credential after the backup outlives a restore into the same storage: in the credential and in its lists
/// alike; and no two credentials share a place.
/// </summary>
public sealed class RestoredStandingTests : IAsyncLifetime
{
    private static readonly CredentialId Id = new("lac", "ABCDEFGHJKMNPQRSTVWXYZ2345");
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-backup-");
    private AzuriteProcess _azurite = null!;
    private ServiceProvider _hub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StorageClients Clients => StorageClients.Of(_azurite.ConnectionString);

    private ICredentials Credentials => _hub.GetRequiredService<ICredentials>();

    private TableClient Serials => Clients.Tables.GetTableClient("statusserials");

    private IStatusLists Lists => _hub.GetRequiredService<IStatusLists>();

    private CredentialStatusPublisher Carrier => new(Credentials, Lists);

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        _hub = Hub();
        await new Account(_azurite.ConnectionString).Make();
        await Credentials.Save(
            new()
            {
                Id = Id,
                Award = new(new("lac", "AAAA"), 0),
                Digest = "",
                Status = await Lists.Allocate("lac", Token),
                Awarded = Start,
                Issued = Start,
            },
            Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_revocation_made_after_the_backup_stays_and_nothing_gives_it_back()
    {
        await Take();
        await Say(CredentialStatus.Revoked, 1, "By mistake.");

        await Restore();

        await Is(CredentialStatus.Revoked, 1, "By mistake.");
        await Say(CredentialStatus.Suspended, 2, "Again.");
        await Say(CredentialStatus.Valid, 3);
        await Is(CredentialStatus.Revoked, 1, "By mistake.");
    }

    [Fact]
    public async Task A_suspension_made_after_the_backup_stays_until_it_is_lifted()
    {
        await Take();
        await Say(CredentialStatus.Suspended, 1, "In question.");

        await Restore();

        await Is(CredentialStatus.Suspended, 1, "In question.");
        await Say(CredentialStatus.Valid, 2);
        await Is(CredentialStatus.Valid, 2);
    }

    [Fact]
    public async Task A_suspension_lifted_after_the_backup_stays_lifted()
    {
        await Say(CredentialStatus.Suspended, 1, "In question.");
        await Take();
        await Say(CredentialStatus.Valid, 2);

        await Restore();

        await Is(CredentialStatus.Valid, 2);
    }

    [Fact]
    public async Task A_suspension_that_became_a_revocation_is_a_revocation()
    {
        await Say(CredentialStatus.Suspended, 1, "In question.");
        await Take();
        await Say(CredentialStatus.Revoked, 2, "Answered.");

        await Restore();

        await Is(CredentialStatus.Revoked, 2, "Answered.");
    }

    [Fact]
    public async Task A_revocation_of_the_backup_holds_whatever_the_storage_says()
    {
        await Say(CredentialStatus.Revoked, 1, "By mistake.");
        await Take();
        var found = (await Credentials.Find(Id, Token))!;
        await Credentials.Save(found with { Standing = CredentialStatus.Valid, Reason = null, StandingSince = Start.AddDays(2) }, Token);
        await Lists.Set("lac", StatusPurpose.Revocation, found.Status, isSet: false, Token);

        await Restore();

        await Is(CredentialStatus.Revoked, 1, "By mistake.");
    }

    [Fact]
    public async Task A_restore_that_is_run_again_says_the_same()
    {
        await Take();
        await Say(CredentialStatus.Suspended, 1, "In question.");

        await Restore();
        await Restore();

        await Is(CredentialStatus.Suspended, 1, "In question.");
    }

    [Fact]
    public async Task A_credential_that_the_storage_lost_is_as_it_was_but_a_revocation_in_its_list_stays()
    {
        await Take();
        await Say(CredentialStatus.Revoked, 1, "By mistake.");
        await Clients
            .Blobs.GetBlobContainerClient("credentials")
            .GetBlobClient($"{Id.Institution}/{Id.Secret}.json")
            .UploadAsync(new BinaryData("{"), overwrite: true, Token);

        await Restore();

        (await Credentials.Find(Id, Token))!.Standing.ShouldBe(CredentialStatus.Valid);
        (await IsSet(StatusPurpose.Revocation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_credential_issued_after_the_backup_keeps_what_is_said_of_it()
    {
        await Take();
        var later = new CredentialId("lac", "BBBBBFGHJKMNPQRSTVWXYZ2345");
        var entry = await Lists.Allocate("lac", Token);
        await Credentials.Save(
            new()
            {
                Id = later,
                Award = new(new("lac", "BBBB"), 0),
                Digest = "",
                Status = entry,
                Awarded = Start,
                Issued = Start,
            },
            Token);
        await Carrier.Carry(new(later, CredentialStatus.Suspended, Start.AddDays(1), "In question."), Token);

        await Restore();

        (await Credentials.Find(later, Token))!.Standing.ShouldBe(CredentialStatus.Suspended);
        (await IsSet(StatusPurpose.Revocation, entry)).ShouldBeTrue();
        (await IsSet(StatusPurpose.Suspension, entry)).ShouldBeTrue();
        await Carrier.Carry(new(later, CredentialStatus.Valid, Start.AddDays(2), null), Token);
        (await IsSet(StatusPurpose.Revocation, entry)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_institution_that_the_backup_knows_without_a_list_begins_one_of_its_own_and_the_hub_itself_none()
    {
        await Row("dossiers", "rive-AAAA", "decision");
        await Row("connections", "hub", "watch");
        await Take();
        await new Account(_azurite.ConnectionString).Wipe();

        await Restore();

        var next = (await Serials.GetEntityAsync<TableEntity>("rive", "next", cancellationToken: Token)).Value;
        next.GetInt32("List").ShouldNotBeNull().ShouldBeGreaterThan(0);
        next.GetInt32("Serial").ShouldBe(StatusEntry.Bits, "the list of then is full");
        (await Serials.GetEntityIfExistsAsync<TableEntity>("hub", "next", cancellationToken: Token)).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task A_list_that_the_storage_has_begun_goes_on_where_the_backup_knows_none()
    {
        await Row("dossiers", "rive-AAAA", "decision");
        await Take();
        await Row("statusserials", "rive", "next", ("List", 0), ("Serial", 16), ("Key", new byte[] { 1 }));

        await Restore();

        var next = (await Serials.GetEntityAsync<TableEntity>("rive", "next", cancellationToken: Token)).Value;
        (next.GetInt32("List"), next.GetInt32("Serial")).ShouldBe((0, 16));
    }

    [Fact]
    public async Task A_new_credential_shares_no_list_with_one_that_was_the_first_after_the_backup()
    {
        await Serials.DeleteEntityAsync("lac", "next", cancellationToken: Token);
        await Take();
        await new Account(_azurite.ConnectionString).Wipe();

        await Restore();

        await using var restarted = Hub();
        var lists = restarted.GetRequiredService<IStatusLists>();
        var entry = await lists.Allocate("lac", Token);
        entry.List.ShouldBeGreaterThan(0);
        await lists.Set("lac", StatusPurpose.Revocation, entry, isSet: true, Token);
        (await lists.Allocate("lac", Token)).ShouldNotBe(entry);
    }

    private ServiceProvider Hub() =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ISecrets, NoSecrets>()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", _azurite.ConnectionString)]).Build())
            .BuildServiceProvider();

    private Task<Credential?> Say(CredentialStatus status, int day, string? reason = null) =>
        Carrier.Carry(new(Id, status, Start.AddDays(day), reason), Token);

    /// <summary>The credential says so, and the lists say the same.</summary>
    private async Task Is(CredentialStatus status, int day, string? reason = null)
    {
        var credential = (await Credentials.Find(Id, Token))!;
        (credential.Standing, credential.StandingSince, credential.Reason).ShouldBe((status, Start.AddDays(day), reason));
        (await IsSet(StatusPurpose.Revocation)).ShouldBe(status != CredentialStatus.Valid, "revocation");
        (await IsSet(StatusPurpose.Suspension)).ShouldBe(status == CredentialStatus.Suspended, "suspension");
    }

    private async Task<bool> IsSet(StatusPurpose purpose, StatusEntry? of = null)
    {
        var entry = of ?? (await Credentials.Find(Id, Token))!.Status;
        var bits = (await Lists.Read("lac", purpose, entry.List, Token))!.Bits;
        return (bits.Span[entry.Index / 8] & (0x80 >> (entry.Index % 8))) != 0;
    }

    private Task<Azure.Response> Row(string table, string partition, string key, params (string Name, object Value)[] properties) =>
        Clients
            .Tables.GetTableClient(table)
            .UpsertEntityAsync(
                new TableEntity(properties.ToDictionary(property => property.Name, property => property.Value))
                {
                    PartitionKey = partition,
                    RowKey = key,
                },
                TableUpdateMode.Replace,
                Token);

    private Task<BackupResult> Take() =>
        new StorageBackup(Clients, TimeProvider.System).Take(
            Path.Combine(_folder.FullName, "backup"),
            null,
            onlyErasures: false,
            new Progress<BackupProgress>(),
            Token);

    private Task<RestoreResult> Restore() =>
        new StorageRestore(Clients, TimeProvider.System).Run(
            Path.Combine(_folder.FullName, "backup"),
            intoExisting: true,
            new Progress<BackupProgress>(),
            Token);

    private sealed class NoSecrets : ISecrets
    {
        public string? Find(string institution, string setting) => null;
    }
}
