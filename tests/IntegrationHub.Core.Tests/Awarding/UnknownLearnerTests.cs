using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>Whose a completion is: what happens until the hub knows, and what then goes on by itself.</summary>
public sealed class UnknownLearnerTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task An_unknown_learner_waits_for_a_person_and_goes_on_by_itself_once_named()
    {
        var stranger = OneInstitution.Assessed(95) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] };
        await _campus.Deliver(stranger);
        await _campus.Deliver(stranger);
        await _campus.Work();
        _campus
            .Attention.Single()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<UnknownLearner>(),
                item => item.Count.ShouldBe(2),
                item => item.Subject.Text.ShouldBe("LmsId: 7777"));

        await _campus.Identities.Identify(OneInstitution.Id, "lms", new(LearnerReferenceKind.LmsId, "7777"), "900100002", default);
        await _campus.Work();

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_student_number_that_the_SIS_does_not_know_names_nobody()
    {
        var identified = await _campus.Identities.Identify(
            OneInstitution.Id,
            "lms",
            new(LearnerReferenceKind.LmsId, "7777"),
            "999999999",
            default);

        identified.Verdict.ShouldBe(IntegrationHub.Core.Learners.IdentifyVerdict.UnknownStudent);
    }

    [Fact]
    public async Task A_SIS_that_does_not_answer_who_it_is_loses_no_completion()
    {
        var down = true;
        _campus.Outside.Before[ConnectionRole.Sis] = () =>
            down ? new OutsideException(OutsideFault.Unavailable, "The SIS answered 503.") : null;
        await _campus.Deliver(OneInstitution.Assessed(95));
        await _campus.Pass(TimeSpan.FromHours(5));
        _campus.Storage.All.ShouldBeEmpty();

        down = false;
        await _campus.Pass(TimeSpan.FromHours(12));

        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
    }

    [Fact]
    public async Task A_student_number_in_the_event_beats_whatever_was_remembered_of_the_other_names()
    {
        await _campus.Identities.Identify(
            OneInstitution.Id,
            "lms",
            new(LearnerReferenceKind.Email, "shared@example.ca"),
            "900100002",
            default);
        await _campus.Deliver(
            OneInstitution.Assessed(91) with
            {
                Learner = [new(LearnerReferenceKind.StudentNumber, "900100001"), new(LearnerReferenceKind.Email, "shared@example.ca")],
            });
        await _campus.Work();

        _campus.Dossier.Id.ShouldBe(CompletionTests.DossierOf("900100001"));
    }

    [Fact]
    public async Task A_retry_before_the_cause_is_mended_leaves_the_item_and_what_waits_for_it()
    {
        await _campus.Deliver(OneInstitution.Assessed(95) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] });
        await _campus.Work();
        var item = _campus.Attention.Single().Id;

        await _campus.Desk.Retry(OneInstitution.Id, item, default);
        await _campus.Work();
        _campus.Attention.Single().Id.ShouldBe(item);

        await _campus.Identities.Identify(OneInstitution.Id, "lms", new(LearnerReferenceKind.LmsId, "7777"), "900100002", default);
        await _campus.Work();
        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_learner_named_by_another_name_than_the_item_bears_lets_it_go_on_too()
    {
        await _campus.Deliver(
            OneInstitution.Assessed(95) with
            {
                Learner = [new(LearnerReferenceKind.LmsId, "7777"), new(LearnerReferenceKind.Email, "someone@example.ca")],
            });
        await _campus.Work();

        await _campus.Identities.Identify(
            OneInstitution.Id,
            "lms",
            new(LearnerReferenceKind.Email, "someone@example.ca"),
            "900100002",
            default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_SIS_that_refuses_to_say_who_it_is_asks_a_person_with_its_reason()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Refused, "Two people bear this number.");
        await _campus.Deliver(OneInstitution.Assessed(95));
        await _campus.Work();

        _campus
            .Attention.Single()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<UnknownLearner>(),
                item => item.Detail.ShouldBe("Two people bear this number."));
    }
}
