using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Shared;

/// <summary>What is shown of a step is what was brought about, not only that something was.</summary>
public sealed class StepWordsTests
{
    private static readonly Award Award = Samples.View().Award;

    [Theory]
    [InlineData(StepName.Transcript, CredentialStatus.Valid, "state.Done")]
    [InlineData(StepName.Transcript, CredentialStatus.Suspended, "step.kept")]
    [InlineData(StepName.Transcript, CredentialStatus.Revoked, "step.withdrawn")]
    [InlineData(StepName.Badge, CredentialStatus.Valid, "state.Done")]
    [InlineData(StepName.Badge, CredentialStatus.Suspended, "step.suspended")]
    [InlineData(StepName.Badge, CredentialStatus.Revoked, "step.revoked")]
    [InlineData(StepName.Channel, CredentialStatus.Revoked, "state.Done")]
    [InlineData(StepName.Learner, CredentialStatus.Revoked, "state.Done")]
    public void A_step_that_is_done_says_what_is_so_now(StepName name, CredentialStatus goal, string said)
    {
        var step = Samples.Step(name, StepState.Done) with { Goal = goal };

        StepWords.Of(Award, step).ShouldBe(said);
        StepWords.Of(Award, step with { State = StepState.Failed }).ShouldBe("state.Failed");
        if (goal != CredentialStatus.Valid)
            StepWords.Of(Award, step with { Attempts = 0 }).ShouldBe("step.stopped");
    }

    [Theory]
    [InlineData(StepState.Pending)]
    [InlineData(StepState.Waiting)]
    public void Of_what_was_not_approved_nothing_is_to_do(StepState state) =>
        StepWords.Of(Award with { State = AwardState.Declined }, Samples.Step(StepName.Badge, state)).ShouldBe("step.stopped");

    [Fact]
    public void The_timeline_says_what_was_done_each_time()
    {
        (TimelineEvent Event, StepName? Step)[] told =
        [
            (TimelineEvent.Awarded, null),
            (TimelineEvent.Done, StepName.Transcript),
            (TimelineEvent.Suspended, null),
            (TimelineEvent.Done, StepName.Badge),
            (TimelineEvent.Resumed, null),
            (TimelineEvent.Done, StepName.Badge),
            (TimelineEvent.Revoked, null),
            (TimelineEvent.Done, StepName.Transcript),
            (TimelineEvent.Done, StepName.Badge),
        ];
        var entries = told.Select((one, at) => new TimelineEntry(0, Samples.Earned.AddMinutes(at), one.Event, one.Step)).ToList();

        Enumerable.Range(0, entries.Count).Where(at => entries[at].Step is not null).Select(at => StepWords.Of(entries, at))
            .ShouldBe(["timeline.Done", "step.suspended", "timeline.Done", "step.withdrawn", "step.revoked"]);
    }

    [Theory]
    [InlineData(AwardState.Valid, "page.why.title")]
    [InlineData(AwardState.InQuestion, "page.why.title")]
    [InlineData(AwardState.Suspended, "page.why.title")]
    [InlineData(AwardState.AwaitingApproval, "page.why.waits")]
    [InlineData(AwardState.Declined, "page.why.declined")]
    [InlineData(AwardState.Revoked, "page.why.revoked")]
    public void Nobody_reads_of_a_record_where_there_is_none(AwardState state, string heading) =>
        WhyOnRecord.Title(Award with { State = state }).ShouldBe(heading);
}
