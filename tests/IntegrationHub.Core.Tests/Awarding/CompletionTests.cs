using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

public sealed class CompletionTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task A_completion_goes_all_the_way()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done && step.Attempts == 1);
        _campus.Award.Credential.ShouldBe(new Uri("https://badges.example.ca/badge-1"));
        _campus.Outside.Mails.Single().Language.ShouldBe("fr");
        _campus.Outside.Cards.Single().Title.En.ShouldBe("Issued: Water sampling");
        _campus.Storage.OpenAwards.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_event_changes_nothing()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Deliver(OneInstitution.Assessed(91), OneInstitution.Assessed(91));
        await _campus.Work();

        _campus.Dossier.Evidence.Count.ShouldBe(1);
        _campus.Outside.Calls[ConnectionRole.Badges].ShouldBe(1);
        _campus.Outside.Calls[ConnectionRole.Channel].ShouldBe(1);
        _campus.Outside.Calls[ConnectionRole.Mail].ShouldBe(1);
        _campus.Storage.OpenAwards.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_score_below_the_threshold_is_kept_as_evidence_and_awards_nothing()
    {
        await _campus.Deliver(OneInstitution.Assessed(79));
        await _campus.Work();

        _campus.Dossier.Decision!.Outcome.ShouldBe(Outcome.NotYet);
        _campus.Award.ShouldBeNull();
    }

    [Fact]
    public async Task A_regrade_up_after_a_fail_awards()
    {
        await _campus.Deliver(OneInstitution.Assessed(79, "first", minute: 1));
        await _campus.Deliver(OneInstitution.Assessed(82, "second", minute: 2));
        await _campus.Work();

        _campus.Award!.Decision.EventId.ShouldBe("second");
    }

    [Fact]
    public async Task A_regrade_below_the_threshold_after_the_award_asks_a_person_and_withdraws_nothing()
    {
        await _campus.Deliver(OneInstitution.Assessed(82, "first", minute: 1));
        await _campus.Work();
        await _campus.Deliver(OneInstitution.Assessed(60, "second", minute: 2));
        await _campus.Work();

        _campus.Attention.Single().Cause.ShouldBeOfType<RegradeBelowThreshold>();
        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Questioned);
    }

    [Fact]
    public async Task Who_loses_the_race_to_write_reads_again_and_decides_again()
    {
        var other = true;
        _campus.Storage.BeforeWrite = () =>
        {
            if (!other)
                return;
            other = false;
            var dossier = new Dossier { Id = DossierOf("900100001") };
            var evidence = Evidence.Of(OneInstitution.Assessed(85, "quicker", minute: 5), "lms", "payload");
            _campus
                .Storage.Decide(dossier, new(new([evidence]), new(Outcome.Earned, 1, 80, 85, 1, "quicker", evidence.At), [], []), default)
                .Result.ShouldBeTrue();
        };

        await _campus.Deliver(OneInstitution.Assessed(40, "slower", minute: 1));
        await _campus.Work();

        _campus.Dossier.Evidence.Select(evidence => evidence.EventId).ShouldBe(["quicker", "slower"]);
        _campus.Award!.Decision.EventId.ShouldBe("quicker");
    }

    [Fact]
    public async Task A_delivery_of_hundreds_of_completions_is_taken_one_message_each()
    {
        var number = Tries.Of(300);
        string[] students = [.. Enumerable.Range(0, 10).Select(at => $"90020000{at}")];
        _campus.Outside.Students.UnionWith(students);
        await _campus.Deliver([
            .. Enumerable
                .Range(0, number)
                .Select(at =>
                    OneInstitution.Assessed(50, $"event-{at}", students[at % students.Length], minute: at % 60, attempt: $"{at}")),
        ]);
        await _campus.WorkOnce();

        _campus.Waiting.ShouldBe(number);
        await _campus.Work();
        _campus
            .Storage.All.Select(dossier => dossier.Evidence.Count)
            .ShouldBe(Enumerable.Repeat(number / students.Length, students.Length));
    }

    [Fact]
    public async Task Of_a_nights_batch_only_what_is_offered_makes_a_message()
    {
        await _campus.Deliver([
            .. Enumerable
                .Range(0, 300)
                .Select(at =>
                    OneInstitution.Assessed(50, $"event-{at}") with
                    {
                        Assessment = at == 7 ? OneInstitution.Summative : "another",
                    }),
        ]);
        await _campus.WorkOnce();

        _campus.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task The_grade_of_the_course_does_not_pass_for_the_assessment_that_the_offering_names()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Assessment = null });
        await _campus.Work();

        _campus.Award.ShouldBeNull();
        _campus.Storage.All.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_completed_course_that_leads_nowhere_is_one_item_per_course_and_a_grade_in_it_is_none()
    {
        var elsewhere = OneInstitution.Assessed(95) with
        {
            Courses = ["9999"],
            Kind = CompletionKind.Completed,
            Assessment = null,
            Score = null,
        };
        await _campus.Deliver(elsewhere);
        await _campus.Deliver(elsewhere with { EventId = "event-2" });
        await _campus.Deliver(OneInstitution.Assessed(95, "event-3") with { Courses = ["9999"] });
        await _campus.Work();

        _campus
            .Attention.Single()
            .ShouldSatisfyAllConditions(item => item.Cause.ShouldBeOfType<UnknownOffering>(), item => item.Count.ShouldBe(2));
    }

    [Fact]
    public async Task An_unknown_course_is_told_by_all_its_names_and_what_waits_goes_on_once_it_is_offered()
    {
        var elsewhere = OneInstitution.Assessed(95) with
        {
            Courses = ["9999", "EAU-9"],
            Kind = CompletionKind.Completed,
            Assessment = null,
            Score = null,
        };
        await _campus.Deliver(elsewhere);
        await _campus.Work();

        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Subject.ShouldBe(new OfferingSubject("lms", "9999", "9999 / EAU-9"));
        (await _campus.Storage.Waiting(OneInstitution.Id, item.Id, default).ToListAsync())
            .ShouldHaveSingleItem()
            .EventId.ShouldBe("event-1");
    }

    [Fact]
    public async Task A_grade_of_another_assessment_in_the_course_counts_for_nothing()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Assessment = "a-quiz-on-the-way" });
        await _campus.Work();

        _campus.Storage.All.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_attention_item_with_a_count()
    {
        var delivery = new StoredDelivery("lms", _campus.Time.GetUtcNow(), new Dictionary<string, string>(), "not JSON");
        for (var time = 0; time < 3; time++)
            await _campus.Send(Envelope.Of($"id-{time}", new DeliveryArrived(OneInstitution.Id, delivery)), null, default);
        await _campus.Work();

        _campus
            .Attention.Single()
            .ShouldSatisfyAllConditions(item => item.Cause.ShouldBeOfType<UnreadableDelivery>(), item => item.Count.ShouldBe(3));
    }

    [Fact]
    public async Task A_regrade_that_comes_back_above_the_threshold_takes_the_question_away()
    {
        await _campus.Deliver(OneInstitution.Assessed(82, "first", minute: 1));
        await _campus.Deliver(OneInstitution.Assessed(60, "second", minute: 2));
        await _campus.Deliver(OneInstitution.Assessed(84, "third", minute: 3));
        await _campus.Work();

        _campus.Attention.ShouldBeEmpty();
    }

    internal static DossierId DossierOf(string student) =>
        DossierId.Of(
            OneInstitution.Id,
            new Core.Learners.LookupKey("a pepper for tests only").OfPerson($"person-{student}"),
            OneInstitution.WaterSampling.Code);
}
