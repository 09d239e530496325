using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Attention;

public sealed class IdentityTests
{
    private const string Student = "900100001";
    private static readonly LearnerReference LmsId = new(LearnerReferenceKind.LmsId, "41");
    private static readonly LearnerReference Email = new(LearnerReferenceKind.Email, "maelle@example.ca");

    private readonly Campus _campus = new();

    [Fact]
    public async Task Loading_a_table_lets_go_on_what_waited_and_again_it_changes_nothing()
    {
        await _campus.Deliver(OneInstitution.Assessed(91) with { Learner = [LmsId] });
        await _campus.Work();
        _campus.Attention.ShouldHaveSingleItem();

        (await Load(new(2, Student, [LmsId, Email]), new(3, "999999999", [new(LearnerReferenceKind.Login, "nobody")]))).ShouldBe([3]);
        await _campus.Work();
        _campus.Attention.ShouldBeEmpty();
        _campus.Award.ShouldNotBeNull();

        var asked = _campus.Outside.Calls[ConnectionRole.Sis];
        (await Load(new IdentityLine(2, Student, [LmsId, Email]))).ShouldBeEmpty();
        _campus.Outside.Calls[ConnectionRole.Sis].ShouldBe(asked, "a student whom the hub knows is not asked for again");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_learner_named_lets_nobody_elses_item_be_told_again(bool asTable)
    {
        for (var learner = 50; learner < 62; learner++)
        {
            await _campus.Deliver(OneInstitution.Assessed(91, $"event-{learner}") with
            {
                Learner = [new(LearnerReferenceKind.LmsId, $"{learner}"), new(LearnerReferenceKind.Email, $"{learner}@example.ca")],
            });
            await _campus.Work();
        }

        var told = _campus.Outside.Cards.Count;
        var since = _campus.Attention.Select(item => (item.Id, item.First)).ToHashSet();
        _campus.Time.Advance(TimeSpan.FromMinutes(5));

        var name = new LearnerReference(LearnerReferenceKind.Email, "55@example.ca");
        if (asTable)
            (await Load(new IdentityLine(2, Student, [name]))).ShouldBeEmpty();
        else
            await _campus.Identities.Identify(OneInstitution.Id, "lms", name, Student, default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.Count.ShouldBe(11);
        _campus.Attention.Select(item => (item.Id, item.First)).ShouldBeSubsetOf(since);
        _campus.Outside.Cards.Count.ShouldBe(told + 1, "the card of the award");
    }

    [Fact]
    public async Task What_waited_and_is_read_differently_now_goes_to_a_person_and_is_not_lost()
    {
        var address = await _campus.Storage.Keep(
            OneInstitution.Id,
            "delivery-1",
            PlainLms.Delivery([OneInstitution.Assessed(91, "its-new-id")], _campus.Time.GetUtcNow()),
            default);


        await _campus.Send(Envelope.Of("delivery-1", new DeliveryKept(OneInstitution.Id, address, "its-old-id")), null, default);
        await _campus.Work();

        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<UnreadableDelivery>();
        await _campus.Desk.Retry(OneInstitution.Id, item.Id, default);
        await _campus.Work();
        _campus.Attention.ShouldBeEmpty();
        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_waits_under_another_name_goes_on_with_the_last_line()
    {
        await _campus.Deliver(OneInstitution.Assessed(91) with { Learner = [LmsId, Email] });
        await _campus.Work();

        await Load(new IdentityLine(2, Student, [Email]));
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_forgotten_name_leads_nowhere_and_the_next_completion_asks_again()
    {
        await Load(new IdentityLine(2, Student, [LmsId, Email]));
        (await Find(LmsId))!.StudentNumber.ShouldBe(Student);

        (await Forget(LmsId)).ShouldBe(1);
        (await Forget(LmsId)).ShouldBe(0);
        (await Find(LmsId)).ShouldBeNull();
        (await Find(Email)).ShouldNotBeNull();
        await _campus.Deliver(OneInstitution.Assessed(91) with { Learner = [LmsId] });
        await _campus.Work();

        _campus.Award.ShouldBeNull();
        _campus.Attention.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task By_student_number_every_name_is_forgotten_but_the_number_itself()
    {
        var number = new LearnerReference(LearnerReferenceKind.StudentNumber, Student);
        await Load(new IdentityLine(2, Student, [LmsId, Email]));

        (await Forget(number)).ShouldBe(2);

        (await Find(LmsId)).ShouldBeNull();
        (await Find(number)).ShouldNotBeNull("an erasure must still find the learner");
    }

    [Fact]
    public async Task A_silent_SIS_is_told_and_the_table_can_be_loaded_again()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Unavailable, "down");
        await Should.ThrowAsync<OutsideException>(() => Load(new IdentityLine(2, Student, [LmsId])));

        _campus.Outside.Before.Clear();
        (await Load(new IdentityLine(2, Student, [LmsId]))).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<int>> Load(params IdentityLine[] lines) =>
        _campus.Identities.Load(OneInstitution.Id, "lms", lines, areLast: true, default);

    private Task<Learner?> Find(LearnerReference reference) => _campus.Identities.Find(OneInstitution.Id, "lms", reference, default);

    private Task<int> Forget(LearnerReference reference) => _campus.Identities.Forget(OneInstitution.Id, "lms", reference, default);
}
