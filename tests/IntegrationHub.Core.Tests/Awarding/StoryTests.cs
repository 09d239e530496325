using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>The story of an award as the registrar reads it, every word of it, and how the award stands at its end.</summary>
public sealed class StoryTests
{
    private static readonly DateTimeOffset Three = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OnContradiction.Ask, AwardState.InQuestion, "Questioned")]
    [InlineData(OnContradiction.Keep, AwardState.Valid, "Contradicted")]
    [InlineData(OnContradiction.Suspend, AwardState.Suspended, "Suspended")]
    [InlineData(OnContradiction.Revoke, AwardState.Revoked, "Revoked")]
    public async Task What_is_found_never_to_have_been_earned_follows_the_institution_s_policy(
        OnContradiction policy,
        AwardState state,
        string told)
    {
        var campus = await NeverEarned(policy);

        Story(campus).ShouldBe(["0 Awarded event-1", $"0 {told} event-1"]);
        Standing(campus).ShouldBe((state, Three.AddMinutes(1), false, null, Three.AddMinutes(1)));
        campus.Award!.Changed.ShouldBe(state == AwardState.Valid ? null : Three.AddMinutes(1));
        campus
            .Award.Steps.Select(step => step.Goal)
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(
                state switch
                {
                    AwardState.Suspended => IntegrationHub.Core.Model.Awards.CredentialStatus.Suspended,
                    AwardState.Revoked => IntegrationHub.Core.Model.Awards.CredentialStatus.Revoked,
                    _ => IntegrationHub.Core.Model.Awards.CredentialStatus.Valid,
                });
    }

    [Theory]
    [InlineData(OnContradiction.Ask)]
    [InlineData(OnContradiction.Keep)]
    public async Task Of_what_was_never_earned_a_person_has_the_last_word_and_the_latest_word_counts(OnContradiction policy)
    {
        var campus = await NeverEarned(policy);

        await Say(campus, ActKind.Suspend, "under review");
        Standing(campus).ShouldBe((AwardState.Suspended, Three.AddMinutes(2), true, "under review", Three.AddMinutes(1)));
        await Say(campus, ActKind.Uphold, "fine");
        Standing(campus).ShouldBe((AwardState.Valid, Three.AddMinutes(3), true, null, Three.AddMinutes(1)));
        await Say(campus, ActKind.Revoke, "not fine");
        Standing(campus).ShouldBe((AwardState.Revoked, Three.AddMinutes(4), true, "not fine", Three.AddMinutes(1)));

        Story(campus)[2..].ShouldBe(["0 Suspended under review", "0 Resumed event-1", "0 Revoked not fine"]);
        campus.Award!.Revision.ShouldBe(4);
        campus.Outside.Entries.Values.ShouldBe([0]);
    }

    [Fact]
    public async Task What_was_upheld_is_not_put_in_question_again_by_the_same_news()
    {
        var campus = await NeverEarned(OnContradiction.Ask);
        await Say(campus, ActKind.Uphold, null);
        campus.Time.Advance(TimeSpan.FromMinutes(1));
        await campus.Deliver(Undone("event-1", "told-again"));
        await campus.Work();

        Standing(campus).ShouldBe((AwardState.Valid, Three.AddMinutes(2), true, null, Three.AddMinutes(1)));
        Story(campus).Count.ShouldBe(3);
        campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_on_another_award_of_the_same_learner_changes_nothing_here()
    {
        var campus = new Campus();
        await campus.Deliver(OneInstitution.Assessed(91, minute: 5));
        await campus.Work();
        var first = campus.Award!.Id;
        await Say(campus, ActKind.Revoke, "mistake");
        await Say(campus, ActKind.Reaward, "mended", first);
        await Say(campus, ActKind.Suspend, "under review", first with { Cycle = 1 });

        campus
            .Dossier.Awards.Select(award => (award.State, award.Reason))
            .ShouldBe([(AwardState.Revoked, "mistake"), (AwardState.Suspended, "under review")]);
        campus.Dossier.Awards.Select(award => award.StateSince).ShouldBe([Three.AddMinutes(1), Three.AddMinutes(3)]);
        Story(campus).Select(line => line[..line.IndexOf(' ', 2)]).ShouldBe(["0 Awarded", "0 Revoked", "1 Reawarded", "1 Suspended"]);
    }

    [Fact]
    public async Task A_later_fail_contradicts_once_however_many_follow()
    {
        var campus = new Campus(With(OnContradiction.Keep));
        await campus.Deliver(OneInstitution.Assessed(91, minute: 5));
        await campus.Work();
        foreach (var (percent, minute) in new[] { (60, 8), (55, 9) })
        {
            campus.Time.Advance(TimeSpan.FromMinutes(1));
            await campus.Deliver(OneInstitution.Assessed(percent, $"later-{minute}", minute: minute));
            await campus.Work();
        }

        Story(campus).ShouldBe(["0 Awarded event-1", "0 Contradicted event-1"]);
        campus.Award!.ContradictedSince.ShouldBe(new(2026, 11, 2, 14, 8, 0, TimeSpan.Zero));
        campus.Award.State.ShouldBe(AwardState.Valid);
        campus.Award.Changed.ShouldBeNull();
    }

    [Fact]
    public async Task An_earlier_pass_that_arrives_later_dates_the_award_anew()
    {
        var campus = new Campus();
        await campus.Deliver(OneInstitution.Assessed(91, minute: 5, attempt: "2"));
        await campus.Work();
        await campus.Deliver(OneInstitution.Assessed(85, "earlier", minute: 1, attempt: "1"));
        await campus.Work();

        Story(campus).ShouldBe(["0 Awarded event-1", "0 Redated earlier"]);
        campus.Award!.Earned.ShouldBe(new(2026, 11, 2, 14, 1, 0, TimeSpan.Zero));
        (campus.Award.Revision, campus.Award.Changed).ShouldBe((1, null));
        campus.Outside.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task News_that_changes_nothing_is_no_line_of_the_story()
    {
        var campus = new Campus();
        await campus.Deliver(OneInstitution.Assessed(91, minute: 1, attempt: "1"));
        await campus.Work();
        await campus.Deliver(OneInstitution.Assessed(95, "better", minute: 5, attempt: "2"));
        await campus.Work();

        Story(campus).ShouldBe(["0 Awarded event-1"]);
        campus.Award!.Revision.ShouldBe(0);
    }

    [Theory]
    [InlineData(ActKind.Approve, null, "0 Approved event-3", AwardState.Valid)]
    [InlineData(ActKind.Approve, "granted", "0 Approved event-3", AwardState.Valid)]
    [InlineData(ActKind.Decline, "not granted", "0 Declined not granted", AwardState.Declined)]
    public async Task What_waited_for_approval_tells_that_it_waited_and_what_was_said(
        ActKind kind,
        string? reason,
        string told,
        AwardState state)
    {
        var campus = new Campus();
        foreach (var (percent, attempt) in new[] { (40, 1), (50, 2), (90, 3) })
            await campus.Deliver(OneInstitution.Assessed(percent, $"event-{attempt}", minute: attempt, attempt: $"{attempt}"));
        await campus.Work();
        campus.Attention.Single(item => item.Cause is ApprovalNeeded).Detail.ShouldBe("Attempts");
        await Say(campus, kind, reason);

        Story(campus).ShouldBe(["0 Awarded event-3", "0 Held ", told]);
        (campus.Award!.State, campus.Award.ByAPerson, campus.Award.Changed).ShouldBe((state, true, Three.AddMinutes(1)));
    }

    [Fact]
    public async Task A_renewal_is_the_next_cycle_and_tells_what_it_rests_on()
    {
        var campus = new Campus(
            OneInstitution.Only with
            {
                MicroCredentials = new Dictionary<string, IntegrationHub.Core.Model.MicroCredentials.MicroCredential>
                {
                    ["water-sampling"] = OneInstitution.WaterSampling with { Validity = new(12), RenewalDays = 30 },
                },
            });
        await campus.Deliver(OneInstitution.Assessed(91, minute: 5));
        await campus.Work();
        campus.Time.SetUtcNow(new(2027, 10, 20, 15, 0, 0, TimeSpan.Zero));
        await campus.Deliver(
            OneInstitution.Assessed(88, "renewal", attempt: "next") with
            {
                At = new(2027, 10, 20, 14, 0, 0, TimeSpan.Zero),
            });
        await campus.Work();

        Story(campus).ShouldBe(["0 Awarded event-1", "1 Renewed renewal"]);
        campus.Dossier.Awards[1].Renews.ShouldBe(0);
    }

    [Theory]
    [InlineData(ConnectionRole.Sis, StepName.Transcript)]
    [InlineData(ConnectionRole.Badges, StepName.Badge)]
    [InlineData(ConnectionRole.Channel, StepName.Channel)]
    [InlineData(ConnectionRole.Mail, StepName.Learner)]
    public async Task Where_a_system_is_missing_its_step_is_not_wanted_and_the_others_go_on(ConnectionRole missing, StepName unwanted)
    {
        var whole = new Campus();
        await whole.Deliver(OneInstitution.Assessed(91));
        await whole.WorkOnce();
        var campus = new Campus(
            OneInstitution.Only with
            {
                Connections = OneInstitution.Only.Connections.Where(connection => connection.Key != missing).ToDictionary(),
            });
        // Without a SIS nobody is looked up: the learner was remembered before.
        var learner = (await whole.Recognitions.Student(OneInstitution.Only, "900100001", default))!;
        await campus.Storage.Keep(
            OneInstitution.Id,
            learner,
            [new Core.Learners.LookupKey("a pepper for tests only").Of(new(LearnerReferenceKind.StudentNumber, "900100001"), "lms")],
            default);
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();

        campus.Award!.Steps.Where(step => step.IsUnwanted).ShouldHaveSingleItem().Name.ShouldBe(unwanted);
        campus.Award.Steps.ShouldAllBe(step => step.State == StepState.Done);
        campus.Award[unwanted].Attempts.ShouldBe(0);
        campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    private static async Task<Campus> NeverEarned(OnContradiction policy)
    {
        var campus = new Campus(With(policy));
        await campus.Deliver(OneInstitution.Assessed(91, minute: 5));
        await campus.Work();
        campus.Time.Advance(TimeSpan.FromMinutes(1));
        await campus.Deliver(Undone("event-1", "undo"));
        await campus.Work();
        return campus;
    }

    private static Institution With(OnContradiction policy) => OneInstitution.Only with { Policy = new() { OnContradiction = policy } };

    /// <summary>The source says that a result never was; by its own clock it said so before the result.</summary>
    private static Completion Undone(string of, string id) =>
        OneInstitution.Assessed(0, id, minute: 4) with
        {
            Kind = CompletionKind.Undone,
            Score = null,
            Undoes = of,
            EventName = "voided",
        };

    private static List<string> Story(Campus campus) =>
        [
            .. campus
                .Dossier.Timeline.Where(entry => entry.Step is null && entry.Event != TimelineEvent.Told)
                .OrderBy(entry => entry.At)
                .Select(entry => $"{entry.Cycle} {entry.Event} {entry.Detail}"),
        ];

    private static (AwardState State, DateTimeOffset? Since, bool ByAPerson, string? Reason, DateTimeOffset? Contradicted) Standing(
        Campus campus)
    {
        var award = campus.Award!;
        return (award.State, award.StateSince, award.ByAPerson, award.Reason, award.ContradictedSince);
    }

    private static async Task Say(Campus campus, ActKind kind, string? reason, AwardId? id = null)
    {
        campus.Time.Advance(TimeSpan.FromMinutes(1));
        (await campus.Awards.Decide(id ?? campus.Award!.Id, kind, reason, default)).ShouldBe(
            IntegrationHub.Core.Awarding.ActVerdict.Accepted);
        await campus.Work();
    }
}
