using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Backup;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>What a backup holds, what is refused, and that a restore cut short can be run again.</summary>
public sealed class BackupFolderTests : IAsyncLifetime
{
    private const string Held = "held/KEY/20261101/lac/a.json";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-backup-");
    private AzuriteProcess _azurite = null!;
    private Account _account = null!;

    private StorageClients Clients => StorageClients.Of(_azurite.ConnectionString);

    private string Backup => Path.Combine(_folder.FullName, "backup");

    public async ValueTask InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync(Repository.Root, AzuritePorts.Free());
        _account = new(_azurite.ConnectionString);
        await _account.Make();
        await Fill();
    }

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_type_of_property_and_all_that_is_said_of_a_blob_comes_back()
    {
        var before = await _account.Read();
        await Take();
        await _account.Wipe();

        await Restore();

        (await Restored()).ShouldBe(before);
    }

    [Fact]
    public async Task The_files_are_for_their_owner_only_and_hold_no_token()
    {
        await Row("connections", "lac", "token~ethos", ("Sealed", new byte[] { 1 }));

        await Take();

        var files = _folder.GetFiles("*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(20);
        if (!OperatingSystem.IsWindows())
            files.ShouldAllBe(file => file.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        files.ShouldAllBe(file => !File.ReadAllText(file.FullName).Contains("token~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_institution_is_taken_out_whole_and_alone_and_put_beside_another()
    {
        var mine = (await _account.Read()).Where(one => !one.Key.Contains("lac2", StringComparison.Ordinal)).ToList();
        await Take("lac");
        await _account.Wipe();
        await _account.Make();
        await Row("dossiers", "rive-AAAA", "decision", ("Json", "{}"));

        await Restore();

        var now = await Restored();
        now.Remove("dossiers/rive-AAAA/decision").ShouldBeTrue();
        now.ShouldBe(mine);
    }

    [Theory]
    [InlineData("tables/dossiers.jsonl")]
    [InlineData("containers/payloads.jsonl")]
    [InlineData("a blob")]
    public async Task A_damaged_file_is_refused_by_name_before_anything_is_written(string name)
    {
        await Take();
        await _account.Wipe();
        var file = name == "a blob" ? _folder.GetFiles("*", SearchOption.AllDirectories).First(one => one.Name.Length == 64).FullName : Path.Combine(Backup, name);
        var bytes = await File.ReadAllBytesAsync(file, CancellationToken.None);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, CancellationToken.None);

        await Refused(BackupFault.Damaged, Path.GetFileName(file));
        File.Delete(file);
        await Refused(BackupFault.Damaged, Path.GetFileName(file));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", BackupFault.Unknown)]
    [InlineData("\"of\": \"dossiers\"", "\"of\": \"folders\"", BackupFault.Unknown)]
    [InlineData("integrationhub-backup", "another", BackupFault.Unknown)]
    [InlineData("{", "", BackupFault.Damaged)]
    [InlineData("tables/dossiers.jsonl", "../../dossiers.jsonl", BackupFault.Damaged)]
    public async Task A_manifest_that_is_not_understood_is_refused(string text, string instead, BackupFault fault)
    {
        await Take();
        await _account.Wipe();
        var manifest = Path.Combine(Backup, "manifest.json");
        var content = await File.ReadAllTextAsync(manifest, CancellationToken.None);
        await File.WriteAllTextAsync(manifest, content.Replace(text, instead, StringComparison.Ordinal), CancellationToken.None);

        await Refused(fault, "");
        File.Delete(manifest);
        await Refused(BackupFault.Unfinished, Backup);
    }

    [Fact]
    public async Task A_storage_that_holds_something_is_left_alone_unless_that_is_wanted_and_then_keeps_what_is_new()
    {
        var before = await _account.Read();
        await Take();
        await Row("dossiers", "lac-AAAA", "decision", ("Json", "changed"));
        await Row("dossiers", "lac-NEW", "decision", ("Json", "new"));

        (await Should.ThrowAsync<BackupException>(() => Restore())).Fault.ShouldBe(BackupFault.NotEmpty);
        await Restore(intoExisting: true);

        var now = await Restored();
        now.Remove("dossiers/lac-NEW/decision").ShouldBeTrue();
        now.ShouldBe(before);
    }

    [Fact]
    public async Task A_restore_that_was_cut_short_is_run_again_and_no_other_may_come_between()
    {
        var before = await _account.Read();
        await Take();
        await new StorageBackup(Clients, TimeProvider.System).Take(Backup + "2", null, false, new Nobody(), CancellationToken.None);
        await _account.Wipe();
        using var cut = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new StorageRestore(Clients, TimeProvider.System).Run(Backup, false, new Told(() => cut.Cancel()), cut.Token));
        (await Should.ThrowAsync<BackupException>(() => new StorageRestore(Clients, TimeProvider.System).Run(Backup + "2", true, new Nobody(), CancellationToken.None)))
            .Fault.ShouldBe(BackupFault.OtherRestore);
        await Restore();

        (await Restored()).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_revoked_since_stays_revoked()
    {
        var list = _account.Blobs.GetBlobContainerClient("statuslists").GetBlobClient("lac/revocation/0");
        await list.UploadAsync(new BinaryData(new byte[] { 0b1000_0000, 0 }));
        await Take();
        await list.UploadAsync(new BinaryData(new byte[] { 0, 0b0000_0001 }), overwrite: true);

        await Restore(intoExisting: true);

        (await list.DownloadContentAsync()).Value.Content.ToArray().ShouldBe([0b1000_0000, 0b0000_0001]);
    }

    [Fact]
    public async Task A_ledger_alone_leaves_room_for_the_whole_backup()
    {
        await Row("erasures", "lac", "OLD", ("Json", """{"institution":"lac","learner":"OLD","asked":"2026-10-01T00:00:00+00:00","credentials":1}"""));
        await new StorageBackup(Clients, TimeProvider.System).Take(Backup, null, onlyErasures: true, new Nobody(), CancellationToken.None);
        await _account.Wipe();

        await Restore();

        (await _account.Read()).Keys.ShouldHaveSingleItem().ShouldBe("erasures/lac/OLD");
    }

    [Fact]
    public async Task An_erasure_that_only_the_storage_knows_of_is_kept_and_done_again()
    {
        await Row("erasures", "lac", "OLD", ("Json", """{"institution":"lac","learner":"OLD","asked":"2026-10-01T00:00:00+00:00","done":"2026-10-01T00:01:00+00:00","credentials":1}"""));
        await Take();
        await Row("erasures", "lac", "NEW", ("Json", """{"institution":"lac","learner":"NEW","asked":"2026-11-02T00:00:00+00:00","done":"2026-11-02T00:01:00+00:00","credentials":2}"""));

        (await Restore(intoExisting: true)).Erasures.ShouldBe(1);

        var message = (await Clients.Queues.GetQueueClient("badges").PeekMessagesAsync(32)).Value.ShouldHaveSingleItem().Body.ToString();
        message.ShouldContain("\"erase\"");
        message.ShouldContain("\"NEW\"");
        var now = await _account.Read();
        now["erasures/lac/OLD"].ShouldContain("\"done\"");
        now["erasures/lac/NEW"].ShouldNotContain("\"done\"");
    }

    [Fact]
    public async Task A_ledger_that_is_restored_alone_undoes_nothing_that_was_done_since()
    {
        const string asked = """{"institution":"lac","learner":"MID","asked":"2026-11-01T00:00:00+00:00","credentials":1}""";
        await Row("erasures", "lac", "MID", ("Json", asked));
        await Row("erasures", "lac", "LOST", ("Json", asked.Replace("MID", "LOST", StringComparison.Ordinal)));
        await new StorageBackup(Clients, TimeProvider.System).Take(Backup, null, onlyErasures: true, new Nobody(), CancellationToken.None);
        await Row("erasures", "lac", "MID", ("Json", asked.Replace("\"credentials\"", "\"done\":\"2026-11-01T00:01:00+00:00\",\"credentials\"", StringComparison.Ordinal)));
        await _account.Tables.GetTableClient("erasures").DeleteEntityAsync("lac", "LOST");

        (await Restore()).Erasures.ShouldBe(1);

        var now = await _account.Read();
        now["erasures/lac/MID"].ShouldContain("\"done\"");
        now["erasures/lac/LOST"].ShouldContain("LOST");
    }

    [Fact]
    public async Task What_says_that_something_is_done_is_read_before_what_was_done()
    {
        var order = (await Take()).Manifest.Files.Select(file => file.Of).ToList();

        order[0].ShouldBe("erasures");
        order.IndexOf("events").ShouldBeLessThan(order.IndexOf("dossiers"));
        order.IndexOf("identities").ShouldBeLessThan(order.IndexOf("learners"));
        order.IndexOf("dossiers").ShouldBeLessThan(order.IndexOf("credentials"));
        order.IndexOf("waiting").ShouldBeLessThan(order.IndexOf("dossiers"));
        order.IndexOf("open").ShouldBeLessThan(order.IndexOf("dossiers"));
        order.LastIndexOf("open").ShouldBeGreaterThan(order.IndexOf("dossiers"));
    }

    [Fact]
    public async Task Nothing_was_on_its_way_only_where_that_held_before_and_after()
    {
        var queue = Clients.Queues.GetQueueClient("completions");
        for (var at = 0; at < 300; at++)
            await Row("dossiers", "lac-CCCC", $"timeline~{at:D4}", ("Json", "{}"));
        (await Take()).OnTheirWay.ShouldBe(0);

        var came = await new StorageBackup(Clients, TimeProvider.System).Take(Backup + "2", null, false, new Told(() => queue.SendMessage("{}")), CancellationToken.None);
        came.OnTheirWay.ShouldBe(1);

        var went = await new StorageBackup(Clients, TimeProvider.System).Take(Backup + "3", null, false, new Told(() => queue.ClearMessages()), CancellationToken.None);
        went.OnTheirWay.ShouldBe(1);
        (await new QueueCounts(Clients).Read(CancellationToken.None)).Sum(one => one.Messages).ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_personal_data_behind()
    {
        using var cut = new CancellationTokenSource();
        await cut.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new StorageBackup(Clients, TimeProvider.System).Take(Backup, null, false, new Nobody(), cut.Token));

        Directory.Exists(Backup).ShouldBeFalse();
    }

    private Task<BackupResult> Take(string? institution = null) =>
        new StorageBackup(Clients, TimeProvider.System).Take(Backup, institution, onlyErasures: false, new Nobody(), CancellationToken.None);

    private Task<RestoreResult> Restore(bool intoExisting = false) =>
        new StorageRestore(Clients, TimeProvider.System).Run(Backup, intoExisting, new Nobody(), CancellationToken.None);

    /// <summary>What is there but for the next places in status lists, which are new ones after every restore.</summary>
    private async Task<SortedDictionary<string, string>> Restored()
    {
        var all = await _account.Read();
        foreach (var next in all.Keys.Where(name => name.StartsWith("statusserials/", StringComparison.Ordinal)).ToList())
            all.Remove(next);
        return all;
    }

    private async Task Refused(BackupFault fault, string what)
    {
        var refusal = await Should.ThrowAsync<BackupException>(() => Restore());
        refusal.Fault.ShouldBe(fault);
        refusal.What.ShouldEndWith(what);
        (await _account.Read()).ShouldBeEmpty();
    }

    /// <summary>Two institutions, one named like the beginning of the other; every type; names and contents of every kind.</summary>
    private async Task Fill()
    {
        var now = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        await Row("dossiers", "lac-AAAA", "decision", ("Json", "{\"é\":\"\\\"\n\"}"), ("V", 1), ("L", long.MaxValue), ("D", 2.0), ("B", true), ("G", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")), ("At", now), ("Bin", new byte[] { 0, 255 }));
        for (var at = 0; at < 250; at++)
            await Row("dossiers", "lac-BBBB", $"timeline~{at:D4}", ("Json", new string('x', 200)));
        await Row("dossiers", "lac2-AAAA", "decision", ("Json", "{}"));
        await Row("open", "2026110112~3", "lac-AAAA-0", ("Opened", now));
        await Row("open", "2026110112~3", "lac2-AAAA-0", ("Opened", now));
        await Row("calendar", "20261101", "lac-AAAA-0~30");
        await Row("calendar", "20261101", "lac2-AAAA-0~30");
        await Row("learners", "lac~ID", "learner", ("Json", "{}"));
        await Row("records", "lac~files", "20261101", ("Json", "{}"));
        await Row("connections", "lac", "ethos", ("Json", "{}"));
        await Blob("payloads", "20261101/lac/a.json", "{}");
        await Blob("payloads", Held, "{}");
        await Blob("payloads", "20261101/lac2/a.json", "{}");
        await Blob("catalogue", "lac/micro-credentials/é ü%20.yaml", "titre: é");
        await Blob("catalogue", "lac2/institution.yaml", "id: lac2");
        await Blob("lastgood", "lac.zip", "PK");
        await Blob("lastgood", "lac2.zip", "PK2");
        await Blob("credentials", "lac/SECRET.json", "");
    }

    private async Task Row(string table, string partition, string key, params (string Name, object Value)[] properties)
    {
        var row = new TableEntity(partition, key);
        foreach (var (name, value) in properties)
            row[name] = value;
        await _account.Tables.GetTableClient(table).UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private async Task Blob(string container, string name, string content) => await _account.Blobs.GetBlobContainerClient(container).GetBlobClient(name).UploadAsync(
        new BinaryData(Encoding.UTF8.GetBytes(content)),
        new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/x-test", ContentEncoding = "identity" }, Metadata = new Dictionary<string, string> { ["v"] = "1" } });

    private sealed class Nobody : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
        }
    }

    private sealed class Told(Action first) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => first();
    }
}
