using System.Globalization;
using IntegrationHub.Cli.Shell;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>An award by batch file: submitted until the registrar says that the file is loaded.</summary>
public sealed class RecordFileTests(FilingHub hub) : IClassFixture<FilingHub>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_award_is_recorded_once_its_file_is_loaded()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "REL170");
        var submitted = await hub.AwardOf(learner, award => award.Step("transcript")!.State == "submitted");
        var day = DateOnly.ParseExact(submitted.Step("transcript")!.Reference!.Split('/')[0], "yyyyMMdd", CultureInfo.InvariantCulture)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        (await hub.Api.RecordFile("lacnord", day, Cancellation)).ShouldContain($"enter,academic-award,{learner.StudentNumber},");
        (await hub.Api.Records("lacnord", Cancellation)).ShouldHaveSingleItem().ShouldBe(new(day, 1, null));
        (await Refused(() => hub.Api.RecordsLoaded("lacnord", day, new(2), Cancellation))).ShouldContain("1 ");
        (await Refused(() => hub.Api.RecordsLoaded("lacnord", day, new(null), Cancellation))).ShouldContain("lines");
        (await hub.Api.RecordsLoaded("lacnord", day, new(1), Cancellation)).Lines.ShouldBe(1);

        await hub.DoneAwardOf(learner);
        (await hub.Api.Records("lacnord", Cancellation)).ShouldHaveSingleItem().Loaded.ShouldNotBeNull();
        hub.Campus.TranscriptOf(learner).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nowhere", "2026-11-24", "nowhere")]
    [InlineData("lacnord", "24.11.2026", "2026-11-24")]
    [InlineData("lacnord", "2020-01-01", "./hub records lacnord")]
    public async Task What_is_not_there_is_said_with_what_to_do(string institution, string day, string said)
    {
        (await Refused(() => hub.Api.RecordFile(institution, day, Cancellation))).ShouldContain(said);
        (await Refused(() => hub.Api.RecordsLoaded(institution, day, new(1), Cancellation))).ShouldContain(said);
    }

    private static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<CliException>(act)).Message;
}
