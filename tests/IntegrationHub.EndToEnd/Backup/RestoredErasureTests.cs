using IntegrationHub.Storage.Backup;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>The ledger of erasures outlives a restore: what was erased stays erased.</summary>
public sealed class RestoredErasureTests : BackupTest
{
    [Fact]
    public async Task A_ledger_alone_leaves_room_for_the_whole_backup()
    {
        await Row(
            "erasures",
            "lac",
            "OLD",
            ("Json", """
                {"institution":"lac","learner":"OLD","asked":"2026-10-01T00:00:00+00:00","credentials":1}
                """));
        await new StorageBackup(Clients, TimeProvider.System).Take(Backup, null, onlyErasures: true, new Nobody(), CancellationToken.None);
        await Account.Wipe();

        await Restore();

        (await Account.Read()).Keys.ShouldHaveSingleItem().ShouldBe("erasures/lac/OLD");
    }

    [Fact]
    public async Task An_erasure_that_only_the_storage_knows_of_is_kept_and_done_again()
    {
        await Row(
            "erasures",
            "lac",
            "OLD",
            (
                "Json",
                """
                {"institution":"lac","learner":"OLD","asked":"2026-10-01T00:00:00+00:00","done":"2026-10-01T00:01:00+00:00","credentials":1}
                """
            ));
        await Take();
        await Row(
            "erasures",
            "lac",
            "NEW",
            (
                "Json",
                """
                {"institution":"lac","learner":"NEW","asked":"2026-11-02T00:00:00+00:00","done":"2026-11-02T00:01:00+00:00","credentials":2}
                """
            ));

        (await Restore(intoExisting: true)).Erasures.ShouldBe(1);

        var message = (await Clients.Queues.GetQueueClient("erasures").PeekMessagesAsync(32)).Value.ShouldHaveSingleItem().Body.ToString();
        message.ShouldContain("\"erase\"");
        message.ShouldContain("\"NEW\"");
        var now = await Account.Read();
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
        await Row(
            "erasures",
            "lac",
            "MID",
            ("Json", asked.Replace("\"credentials\"", "\"done\":\"2026-11-01T00:01:00+00:00\",\"credentials\"", StringComparison.Ordinal)));
        await Account.Tables.GetTableClient("erasures").DeleteEntityAsync("lac", "LOST");

        (await Restore()).Erasures.ShouldBe(1);

        var now = await Account.Read();
        now["erasures/lac/MID"].ShouldContain("\"done\"");
        now["erasures/lac/LOST"].ShouldContain("LOST");
    }
}
