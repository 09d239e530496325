using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What people may decide about an award as it stands, and what they are told where they may not.</summary>
public sealed class AwardDeskTests
{
    private const string Mine = "900100001";
    private const string Other = "900100002";

    private readonly Campus _campus = new();

    [Fact]
    public async Task Nothing_is_decided_about_an_award_that_there_is_not()
    {
        var nobody = new AwardId(DossierId.Of(OneInstitution.Id, "nobody", "water-sampling"), 0);

        (await _campus.Awards.Decide(nobody, ActKind.Revoke, "mistake", default)).ShouldBe(ActVerdict.NoAward);
        (await _campus.Awards.Move(nobody, Other, "mistake", default)).ShouldBe(ActVerdict.NoAward);
        _campus.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(ActKind.Suspend, ActKind.Suspend, ActVerdict.Already)]
    [InlineData(ActKind.Suspend, ActKind.Approve, ActVerdict.NotNow)]
    [InlineData(ActKind.Suspend, ActKind.Decline, ActVerdict.NotNow)]
    [InlineData(ActKind.Suspend, ActKind.Reaward, ActVerdict.NotNow)]
    [InlineData(ActKind.Suspend, ActKind.Uphold, ActVerdict.Accepted)]
    [InlineData(ActKind.Suspend, ActKind.Revoke, ActVerdict.Accepted)]
    [InlineData(ActKind.Revoke, ActKind.Revoke, ActVerdict.RevokedForGood)]
    [InlineData(ActKind.Revoke, ActKind.Suspend, ActVerdict.RevokedForGood)]
    [InlineData(ActKind.Revoke, ActKind.Uphold, ActVerdict.RevokedForGood)]
    [InlineData(ActKind.Revoke, ActKind.Reaward, ActVerdict.Accepted)]
    public async Task After_one_word_the_next_is_taken_or_refused(ActKind first, ActKind second, ActVerdict verdict)
    {
        await Earn();
        await Say(first);
        (await Say(second)).ShouldBe(verdict);
    }

    [Theory]
    [InlineData(ActKind.Approve, ActVerdict.Accepted)]
    [InlineData(ActKind.Decline, ActVerdict.Accepted)]
    [InlineData(ActKind.Revoke, ActVerdict.Accepted)]
    [InlineData(ActKind.Uphold, ActVerdict.NotNow)]
    [InlineData(ActKind.Suspend, ActVerdict.NotNow)]
    public async Task What_waits_for_approval_can_only_be_approved_declined_or_revoked(ActKind kind, ActVerdict verdict)
    {
        foreach (var (percent, attempt) in new[] { (40, "1"), (50, "2"), (90, "3") })
            await _campus.Deliver(OneInstitution.Assessed(percent, $"event-{attempt}", minute: int.Parse(attempt, null), attempt: attempt));
        await _campus.Work();
        _campus.Award!.State.ShouldBe(AwardState.AwaitingApproval);

        (await Say(kind)).ShouldBe(verdict);
    }

    [Fact]
    public async Task What_a_later_result_has_put_in_question_can_be_upheld_once()
    {
        await Earn();
        await _campus.Deliver(OneInstitution.Assessed(60, "later", minute: 5, attempt: "1"));
        await _campus.Work();

        (await Say(ActKind.Uphold)).ShouldBe(ActVerdict.Accepted);
        _campus.Attention.ShouldBeEmpty();
        (await Say(ActKind.Uphold)).ShouldBe(ActVerdict.Already);
    }

    [Theory]
    [InlineData(300, ActVerdict.Accepted)]
    [InlineData(301, ActVerdict.ReasonTooLong)]
    public async Task A_reason_has_its_longest_length(int length, ActVerdict verdict)
    {
        await Earn();
        var reason = new string('x', length);

        (await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Suspend, reason, default)).ShouldBe(verdict);
        (await _campus.Awards.Move(_campus.Award.Id, Other, reason, default)).ShouldBe(verdict);
    }

    [Fact]
    public async Task A_reason_is_kept_in_one_line()
    {
        await Earn();
        await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Suspend, "  wrong \r\n\t section ", default);
        await _campus.Work();

        _campus.Award!.Reason.ShouldBe("wrong section");
    }

    [Theory]
    [InlineData(Other, " ", ActVerdict.ReasonMissing)]
    [InlineData(Other, null, ActVerdict.ReasonMissing)]
    [InlineData("999999999", "numbers mixed up", ActVerdict.UnknownStudent)]
    [InlineData(Mine, "numbers mixed up", ActVerdict.Already)]
    public async Task An_award_is_not_moved_without_reason_to_nobody_or_to_where_it_is(string student, string? reason, ActVerdict verdict)
    {
        await Earn();
        (await _campus.Awards.Move(_campus.Award!.Id, student, reason, default)).ShouldBe(verdict);
        _campus.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(ActKind.Suspend)]
    [InlineData(ActKind.Revoke)]
    public async Task What_everybody_will_see_needs_a_reason(ActKind kind)
    {
        await Earn();
        foreach (var reason in new[] { null, "", " \n" })
            (await _campus.Awards.Decide(_campus.Award!.Id, kind, reason, default)).ShouldBe(ActVerdict.ReasonMissing);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task To_decline_and_to_award_again_need_a_reason_too()
    {
        await Earn();
        await Say(ActKind.Revoke);
        (await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Reaward, null, default)).ShouldBe(ActVerdict.ReasonMissing);
        foreach (var attempt in new[] { 1, 2, 3 })
            await _campus.Deliver(OneInstitution.Assessed(attempt == 3 ? 90 : 40, $"event-{attempt}", Other, attempt, $"{attempt}"));
        await _campus.Work();
        var held = _campus.Storage.All.SelectMany(dossier => dossier.Awards).Single(award => award.State == AwardState.AwaitingApproval);
        (await _campus.Awards.Decide(held.Id, ActKind.Decline, null, default)).ShouldBe(ActVerdict.ReasonMissing);
    }

    [Fact]
    public async Task After_a_merge_every_name_of_the_old_learner_leads_to_the_new_one()
    {
        var safety = OneInstitution.WaterSampling with { Code = "safety", Offerings = [new("lms", "5000")] };
        var campus = new Campus(
            OneInstitution.Only with
            {
                MicroCredentials = new Dictionary<string, MicroCredential>
                {
                    ["water-sampling"] = OneInstitution.WaterSampling,
                    ["safety"] = safety,
                },
            });
        await campus.Deliver(OneInstitution.Assessed(85));
        await campus.Work();
        (await campus.Awards.Merge(OneInstitution.Id, Mine, Other, default)).ShouldBe(
            (ActVerdict.Accepted, 1),
            "there is nothing of the other micro-credential to move");
        await campus.Work();

        await campus.Deliver(
            OneInstitution.Assessed(88, "later", minute: 9) with
            {
                Learner = [new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.LmsId, $"lms-{Mine}")],
                Courses = ["5000"],
                Assessment = null,
                Kind = IntegrationHub.Core.Model.MicroCredentials.CompletionKind.Completed,
                Score = null,
            });
        await campus.Work();

        var other = (await campus.Recognitions.Student(OneInstitution.Only, Other, default))!.Id;
        campus.Storage.All.ShouldContain(dossier => dossier.Id == DossierId.Of(OneInstitution.Id, other, "safety"));
    }

    [Fact]
    public async Task What_is_revoked_is_moved_no_more()
    {
        await Earn();
        await Say(ActKind.Revoke);

        (await _campus.Awards.Move(_campus.Award!.Id, Other, "numbers mixed up", default)).ShouldBe(ActVerdict.RevokedForGood);
    }

    [Theory]
    [InlineData("999999999", Other, ActVerdict.UnknownStudent)]
    [InlineData(Mine, "999999999", ActVerdict.UnknownStudent)]
    [InlineData(Mine, Mine, ActVerdict.Already)]
    public async Task Only_two_learners_whom_the_hub_and_the_SIS_know_are_merged(string from, string into, ActVerdict verdict)
    {
        await Earn();
        (await _campus.Awards.Merge(OneInstitution.Id, from, into, default)).ShouldBe((verdict, 0));
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task Results_that_earned_nothing_yet_are_merged_too()
    {
        await Earn(percent: 60);
        (await _campus.Awards.Merge(OneInstitution.Id, Mine, Other, default)).ShouldBe((ActVerdict.Accepted, 1));
        await _campus.Work();

        _campus.Storage.All.Count(dossier => dossier.Decision!.Attempts == 1).ShouldBe(1);
        await _campus.Deliver(OneInstitution.Assessed(85, "second", Other, minute: 9, attempt: "2"));
        await _campus.Work();
        _campus.Award!.Decision.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_credential_of_another_house_goes_along_when_its_learner_is_merged()
    {
        var river = new RecognisedCredential("rivers", new("Rivières", "Rivers"), "https://other.example.ca", [], Hours: 20);
        var guide = OneInstitution.WaterSampling with
        {
            Code = "guide",
            Assessment = null,
            Offerings = [],
            Stacks = [new(StackMeasure.Count, 1, [new(["rivers"])])],
        };
        var institution = OneInstitution.Only with
        {
            Recognised = new Dictionary<string, RecognisedCredential> { ["rivers"] = river },
            MicroCredentials = new Dictionary<string, MicroCredential> { ["guide"] = guide },
        };
        var campus = new Campus(institution);
        var learner = (await campus.Recognitions.Student(institution, Mine, default))!;
        await campus.Recognitions.Count(
            institution,
            learner.Id,
            river,
            new("https://other.example.ca/1", campus.Time.GetUtcNow().AddDays(-9), null, campus.Time.GetUtcNow(), IsTakenBack: false),
            default);
        await campus.Work();
        campus.Award!.State.ShouldBe(AwardState.Valid);

        campus.Time.Advance(TimeSpan.FromMinutes(5));
        (await campus.Awards.Merge(OneInstitution.Id, Mine, Other, default)).ShouldBe((ActVerdict.Accepted, 1));
        await campus.Work();

        var into = (await campus.Recognitions.Student(institution, Other, default))!.Id;
        campus.Storage.All.SelectMany(dossier => dossier.Awards).Single(award => award.Learner == into).State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public async Task Everybody_reads_in_both_languages_why_a_merged_award_was_revoked()
    {
        await Earn();
        await _campus.Awards.Merge(OneInstitution.Id, Mine, Other, default);
        await _campus.Work();

        var revoked = _campus.Storage.All.SelectMany(dossier => dossier.Awards).Single(award => award.State == AwardState.Revoked);
        revoked.Reason.ShouldBe($"{Core.Texts.Text.In("fr", "award.merged")} / {Core.Texts.Text.In("en", "award.merged")}");
    }

    [Fact]
    public async Task A_missing_prerequisite_is_waived_by_a_person_once()
    {
        var campus = new Campus(
            OneInstitution.Only with
            {
                MicroCredentials = new Dictionary<string, MicroCredential>
                {
                    ["water-sampling"] = OneInstitution.WaterSampling with { Prerequisites = ["safety"] },
                    ["safety"] = OneInstitution.WaterSampling with { Code = "safety", Offerings = [] },
                },
            });
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();
        campus.Award.ShouldBeNull();
        var item = campus.Attention.ShouldHaveSingleItem();
        (item.Cause.Name, item.Source, item.Detail).ShouldBe(("PrerequisiteMissing", "water-sampling", "safety"));

        campus.Time.Advance(TimeSpan.FromMinutes(5));
        (await campus.Awards.Waive(OneInstitution.Id, item.Id, default)).ShouldBe(ActVerdict.Accepted);
        await campus.Work();

        campus.Award!.State.ShouldBe(AwardState.Valid);
        campus.Attention.ShouldBeEmpty();
        (await campus.Awards.Waive(OneInstitution.Id, item.Id, default)).ShouldBe(ActVerdict.NoAward);
    }

    [Fact]
    public async Task Only_a_missing_prerequisite_can_be_waived()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Learner = [] });
        await _campus.Work();

        (await _campus.Awards.Waive(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, default)).ShouldBe(ActVerdict.NoAward);
    }

    private async Task Earn(decimal percent = 85)
    {
        await _campus.Deliver(OneInstitution.Assessed(percent, attempt: "1"));
        await _campus.Work();
    }

    private async Task<ActVerdict> Say(ActKind kind)
    {
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        var verdict = await _campus.Awards.Decide(_campus.Award!.Id, kind, "as the committee said", default);
        await _campus.Work();
        return verdict;
    }
}
