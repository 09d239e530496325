using IntegrationHub.Storage;
using IntegrationHub.Storage.Backup;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>What a backup holds, what is refused, and that a restore cut short can be run again.</summary>
public sealed class BackupFolderTests : BackupTest
{
    [Fact]
    public async Task Every_type_of_property_and_all_that_is_said_of_a_blob_comes_back()
    {
        var before = await Account.Read();
        await Take();
        await Account.Wipe();

        await Restore();

        (await Restored()).ShouldBe(before);
    }

    [Fact]
    public async Task The_files_are_for_their_owner_only_and_hold_no_token_and_no_key_of_cookies()
    {
        await Row("connections", "lac", "token~ethos", ("Sealed", new byte[] { 1 }));
        await Blob("dataprotection", "keys.xml", "<keys/>");

        await Take();

        var files = Folder.GetFiles("*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(20);
        if (!OperatingSystem.IsWindows())
            files.ShouldAllBe(file => file.UnixFileMode == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        files.ShouldAllBe(file => !File.ReadAllText(file.FullName).Contains("token~", StringComparison.Ordinal));
        files.ShouldAllBe(file => !File.ReadAllText(file.FullName).Contains("keys.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_institution_is_taken_out_whole_and_alone_and_put_beside_another()
    {
        var mine = (await Account.Read()).Where(one => !one.Key.Contains("lac2", StringComparison.Ordinal)).ToList();
        await Take("lac");
        await Account.Wipe();
        await Account.Make();
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
        await Account.Wipe();
        var file =
            name == "a blob"
                ? Folder.GetFiles("*", SearchOption.AllDirectories).First(one => one.Name.Length == 64).FullName
                : Path.Combine(Backup, name);
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
        await Account.Wipe();
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
        var before = await Account.Read();
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
        var before = await Account.Read();
        await Take();
        await new StorageBackup(Clients, TimeProvider.System).Take(Backup + "2", null, false, new Nobody(), CancellationToken.None);
        await Account.Wipe();
        using var cut = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new StorageRestore(Clients, TimeProvider.System).Run(Backup, false, new Told(() => cut.Cancel()), cut.Token));
        (
            await Should.ThrowAsync<BackupException>(() =>
                new StorageRestore(Clients, TimeProvider.System).Run(Backup + "2", true, new Nobody(), CancellationToken.None))
        ).Fault.ShouldBe(BackupFault.OtherRestore);
        await Restore();

        (await Restored()).ShouldBe(before);
    }

    [Fact]
    public async Task What_was_revoked_since_stays_revoked()
    {
        var list = Account.Blobs.GetBlobContainerClient("statuslists").GetBlobClient("lac/revocation/0");
        await list.UploadAsync(new BinaryData(new byte[] { 0b1000_0000, 0 }));
        await Take();
        await list.UploadAsync(new BinaryData(new byte[] { 0, 0b0000_0001 }), overwrite: true);

        await Restore(intoExisting: true);

        (await list.DownloadContentAsync()).Value.Content.ToArray().ShouldBe([0b1000_0000, 0b0000_0001]);
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

        var came = await new StorageBackup(Clients, TimeProvider.System).Take(
            Backup + "2",
            null,
            false,
            new Told(() => queue.SendMessage("{}")),
            CancellationToken.None);
        came.OnTheirWay.ShouldBe(1);

        var went = await new StorageBackup(Clients, TimeProvider.System).Take(
            Backup + "3",
            null,
            false,
            new Told(() => queue.ClearMessages()),
            CancellationToken.None);
        went.OnTheirWay.ShouldBe(1);
        (await new QueueWatch(Clients, TimeProvider.System).Read(CancellationToken.None)).Sum(one => one.Length).ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_personal_data_behind()
    {
        using var cut = new CancellationTokenSource();
        await cut.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new StorageBackup(Clients, TimeProvider.System).Take(Backup, null, false, new Nobody(), cut.Token));

        Directory.Exists(Backup).ShouldBeFalse();
    }

    private async Task Refused(BackupFault fault, string what)
    {
        var refusal = await Should.ThrowAsync<BackupException>(() => Restore());
        refusal.Fault.ShouldBe(fault);
        refusal.What.ShouldEndWith(what);
        (await Account.Read()).ShouldBeEmpty();
    }
}
