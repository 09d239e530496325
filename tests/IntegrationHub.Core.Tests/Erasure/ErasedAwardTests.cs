using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Erasure;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Erasure;

/// <summary>A learner is erased from all that the pipeline has kept; what other systems hold is named.</summary>
public sealed class ErasedAwardTests
{
    private const string Student = "900100001";

    private readonly Campus _campus = new();

    [Fact]
    public async Task The_ledger_names_every_system_that_still_knows_the_learner()
    {
        await Earn();
        (await Erase()).ShouldSatisfyAllConditions(
            line => line.Kept.ShouldBe([KeptElsewhere.Transcript, KeptElsewhere.BadgePlatform, KeptElsewhere.Lms, KeptElsewhere.Messages]),
            line => line.Awards.ShouldBe(1),
            line => line.Deliveries.ShouldBe(1),
            line => line.Credentials.ShouldBe(0),
            line => line.Done.ShouldBe(_campus.Time.GetUtcNow()));

        _campus.Dossier.ShouldSatisfyAllConditions(
            dossier => dossier.Evidence.ShouldBeEmpty(),
            dossier => dossier.Timeline.ShouldHaveSingleItem().Event.ShouldBe(TimelineEvent.Erased));
        (await _campus.Storage.Find(OneInstitution.Id, _campus.Award!.Learner, default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_never_written_elsewhere_is_not_named()
    {
        var campus = new Campus(
            OneInstitution.Only with
            {
                Connections = OneInstitution.Only.Connections.Where(connection => connection.Key == ConnectionRole.Sis).ToDictionary(),
            });
        await campus.Deliver(OneInstitution.Assessed(60));
        await campus.Work();

        var line = (await campus.Erasures.Erase(OneInstitution.Id, Student, default))!;
        await campus.Work();

        (await campus.Erasures.Find(OneInstitution.Id, line.Learner, default))!.Kept.ShouldBe([KeptElsewhere.Lms]);
    }

    [Fact]
    public async Task A_batch_that_holds_others_too_is_kept_and_named()
    {
        await _campus.Deliver(OneInstitution.Assessed(91), OneInstitution.Assessed(85, "event-2", "900100002"));
        await _campus.Work();

        var line = await Erase();

        line.Kept.ShouldContain(KeptElsewhere.Batches);
        line.Deliveries.ShouldBe(0);
    }

    [Fact]
    public async Task It_is_done_a_second_time_when_no_worker_can_be_at_work_any_more()
    {
        await Earn();
        var line = (await _campus.Erasures.Erase(OneInstitution.Id, Student, default))!;
        await _campus.Work();
        await _campus.Storage.Keep(OneInstitution.Id, new(line.Learner, "person", Student, "Maëlle", "Tremblay", null, "fr"), [], default);

        await _campus.Pass(TimeSpan.FromMinutes(2.9));
        (await _campus.Storage.Find(OneInstitution.Id, line.Learner, default)).ShouldNotBeNull("a worker may have read before");
        await _campus.Pass(TimeSpan.FromMinutes(0.2));

        (await _campus.Storage.Find(OneInstitution.Id, line.Learner, default)).ShouldBeNull();
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_course_or_a_stranger_with_the_digits_of_the_student_number_is_not_the_learner()
    {
        await Earn();
        await _campus.Deliver(
            OneInstitution.Assessed(95, "event-2") with
            {
                Kind = CompletionKind.Completed,
                Score = null,
                Assessment = null,
                Courses = [Student],
                Learner = [new(LearnerReferenceKind.StudentNumber, "900100002")],
            });
        await _campus.Deliver(OneInstitution.Assessed(95, "event-3") with { Learner = [new(LearnerReferenceKind.LmsId, Student)] });
        await _campus.Work();
        var asked = _campus.Attention.Select(item => item.Cause).ToList();
        asked.ShouldBe([new UnknownOffering(), new UnknownLearner()], ignoreOrder: true);

        await Erase();

        _campus.Attention.Select(item => item.Cause).ShouldBe(asked, ignoreOrder: true);
        _campus.Storage.Held.Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_for_a_person_about_the_learner_is_given_up_with_its_item()
    {
        await Earn();
        await _campus.Deliver(
            OneInstitution.Assessed(95, "event-2") with
            {
                Learner = [new(LearnerReferenceKind.Email, $"{Student}@example.ca")],
            });
        await _campus.Work();
        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UnknownLearner>();

        await Erase();

        _campus.Attention.ShouldBeEmpty();
        (await _campus.Storage.Waiting(OneInstitution.Id, item.Id, default).ToListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(95)]
    public async Task Who_comes_back_after_an_erasure_begins_anew_and_the_erased_award_is_left_as_it_was(int percent)
    {
        await Earn();
        await Erase();
        var erased = _campus.Award!;
        _campus.Time.Advance(TimeSpan.FromDays(1));
        await _campus.Deliver(OneInstitution.Assessed(percent, "new") with { At = _campus.Time.GetUtcNow().AddMinutes(-1) });
        await _campus.Work();

        Told(_campus.Dossier.Awards[0]).ShouldBe(Told(erased));
        _campus
            .Dossier.Awards.Skip(1)
            .Select(award => (award.Id.Cycle, award.State))
            .ShouldBe(percent == 95 ? [(1, AwardState.Valid)] : []);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_learner_whom_no_line_of_the_ledger_names_is_not_erased() =>
        (await Should.ThrowAsync<FormatException>(() => _campus.Handle(Envelope.Of("id", new EraseLearner(OneInstitution.Id, "nobody")))))
            .Message.ShouldBe("The ledger of erasures has no line for the learner nobody.");

    /// <summary>All of an award but for the versions of its rows: it is erased a second time.</summary>
    private static string Told(Award award) =>
        $"{award with { Steps = [] }} {string.Join(' ', award.Steps.Select(step => step with { Version = null }))}";

    private async Task Earn()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        _campus.Award!.Steps.ShouldAllBe(step => step.State == StepState.Done);
    }

    private async Task<Core.Erasure.Erasure> Erase()
    {
        var line = (await _campus.Erasures.Erase(OneInstitution.Id, Student, default))!;
        await _campus.Work();
        return (await _campus.Erasures.Find(OneInstitution.Id, line.Learner, default))!;
    }
}
