using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>Batch files in real tables: every line counted, none twice, none after the file was loaded.</summary>
public sealed class RecordFileStorageTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero);

    private IRecordFiles Files => Get<IRecordFiles>();

    [Fact]
    public async Task Lines_that_come_at_once_are_all_there_once_and_counted()
    {
        var lines = Enumerable.Range(0, 12).Select(cycle => Line(cycle)).ToList();

        (await Task.WhenAll(lines.Concat(lines).Select(line => Files.Put(Institution, Day, line, Cancellation)))).ShouldAllBe(isThere =>
            isThere);


        (await Files.Lines(Institution, Day, Cancellation)).ShouldBe(lines, ignoreOrder: true);
        (await Files.All(Institution, Cancellation)).ShouldHaveSingleItem().Lines.ShouldBe(12);
    }

    [Fact]
    public async Task A_loaded_file_takes_no_further_line_and_one_that_grew_since_is_not_loaded()
    {
        await Files.Put(Institution, Day, Line(0), Cancellation);
        var seen = (await Files.Find(Institution, Day, Cancellation))!;
        await Files.Put(Institution, Day, Line(1), Cancellation);
        (await Files.Load(seen, Now, Cancellation)).ShouldBeFalse();

        (await Files.Load((await Files.Find(Institution, Day, Cancellation))!, Now, Cancellation)).ShouldBeTrue();

        (await Files.Put(Institution, Day, Line(1), Cancellation)).ShouldBeTrue();
        (await Files.Put(Institution, Day, Line(2), Cancellation)).ShouldBeFalse();
        var file = (await Files.All(Institution, Cancellation)).ShouldHaveSingleItem();
        (file.Lines, file.Loaded).ShouldBe((2, Now));
    }

    [Fact]
    public async Task The_newest_file_comes_first()
    {
        await Files.Put(Institution, Day, Line(0), Cancellation);
        await Files.Put(Institution, Day.AddDays(1), Line(1), Cancellation);
        await Files.Load((await Files.Find(Institution, Day, Cancellation))!, Now, Cancellation);

        (await Files.All(Institution, Cancellation))
            .Select(file => (file.Day, file.Loaded is not null))
            .ShouldBe([(Day.AddDays(1), false), (Day, true)]);
    }

    [Fact]
    public async Task Of_two_writers_of_a_trail_the_second_reads_again()
    {
        var empty = await Files.Trail(Award(0), Cancellation);
        (await Files.Save(empty with { Entries = [new(RecordAction.Enter, Day)] }, Cancellation)).ShouldBeTrue();
        (await Files.Save(empty with { Entries = [new(RecordAction.Enter, Day.AddDays(1))] }, Cancellation)).ShouldBeFalse();

        (await Files.Trail(Award(0), Cancellation)).Entries.ShouldBe([new(RecordAction.Enter, Day)]);
    }

    private AwardId Award(int cycle) => new(DossierId.Of(Institution, "learner", "water"), cycle);

    private RecordLine Line(int cycle) => new(
            Award(cycle),
            0,
            RecordAction.Enter,
            RecordTargetKind.BatchFile,
            "learner",
            "MC",
            new("L’eau", "Water"),
            Day,
            Now.AddSeconds(cycle));
}
