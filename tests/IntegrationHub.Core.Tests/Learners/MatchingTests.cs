using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Model.Institutions.MatchingStrategy;

namespace IntegrationHub.Core.Tests.Learners;

public sealed class MatchingTests
{
    private const string Student = "900100001";
    private const string Other = "900100002";
    private const string Email = "maelle@example.ca";

    private static readonly Connection Api = OneInstitution.Only.Connections[ConnectionRole.Lms] with { Source = "lms" };

    [Fact]
    public async Task A_number_that_the_SIS_does_not_know_falls_to_the_next_strategy_and_is_not_remembered()
    {
        var campus = Campus(StudentNumber, MatchingStrategy.Email);
        campus.Outside.Addresses.Add((Email, Student));

        await Deliver(
            campus,
            new(LearnerReferenceKind.StudentNumber, "999999999"),
            new(LearnerReferenceKind.LmsId, "41"),
            new(LearnerReferenceKind.Email, Email));


        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.LmsId, "41")));
        (await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student))).ShouldBe(campus.Award.Learner);
        (await IdOf(campus, new(LearnerReferenceKind.StudentNumber, "999999999"))).ShouldBeNull();
        (await IdOf(campus, new(LearnerReferenceKind.Email, Email))).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_remembered_is_used_again_without_a_call()
    {
        var campus = Campus(StudentNumber, MatchingStrategy.Email);
        campus.Outside.Addresses.Add((Email, Student));
        LearnerReference[] learner = [new(LearnerReferenceKind.LmsId, "41"), new(LearnerReferenceKind.Email, Email)];
        await Deliver(campus, learner);
        var asked = campus.Outside.Calls[ConnectionRole.Sis];

        campus.Outside.Before[ConnectionRole.Sis] = () => throw new InvalidOperationException("The SIS was asked again.");
        await campus.Deliver(OneInstitution.Assessed(70, "event-2", minute: 5) with { Learner = learner });
        await campus.Work();

        campus.Dossier.Evidence.Count.ShouldBe(2);
        campus.Outside.Calls[ConnectionRole.Sis].ShouldBe(asked);
    }

    [Fact]
    public async Task An_address_of_two_persons_is_never_guessed_and_a_person_chooses()
    {
        var campus = Campus(StudentNumber, MatchingStrategy.Email);
        campus.Outside.Addresses.AddRange([(Email, Student), (Email, Other)]);
        await Deliver(campus, new(LearnerReferenceKind.LmsId, "41"), new(LearnerReferenceKind.Email, Email));

        campus.Award.ShouldBeNull();
        var item = campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<AmbiguousLearner>();
        item.Subject.Text.ShouldBe("LmsId: 41");
        item.Candidates.ShouldBe([Student, Other]);

        (await campus.Identities.Identify(OneInstitution.Id, item.Id, Other, default)).ShouldBe(IdentifyVerdict.Remembered);
        await campus.Work();

        campus.Attention.ShouldBeEmpty();
        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Other)));
    }

    [Fact]
    public async Task Who_is_named_only_by_an_ambiguous_address_is_remembered_by_it_once_a_person_said_so()
    {
        var campus = Campus(MatchingStrategy.Email);
        campus.Outside.Addresses.AddRange([(Email, Student), (Email, Other)]);
        await Deliver(campus, new LearnerReference(LearnerReferenceKind.Email, Email));

        await campus.Identities.Identify(OneInstitution.Id, campus.Attention.ShouldHaveSingleItem().Id, Other, default);
        await campus.Work();

        campus.Award.ShouldNotBeNull();
        campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(@"^s(\d{9})$", "s900100001", true)]
    [InlineData(@"^s(\d{9})$", "x900100001", false)]
    [InlineData(null, "900100001", true)]
    public async Task A_login_leads_to_the_student_number(string? pattern, string login, bool isFound)
    {
        var campus = new Campus(OneInstitution.With(source => source with
        {
            Learners = new() { Stated = [Login], LoginPattern = pattern is null ? null : Patterns.Compile(pattern) },
        }));

        await Deliver(campus, new LearnerReference(LearnerReferenceKind.Login, login));

        (campus.Award is not null).ShouldBe(isFound);
    }

    [Fact]
    public async Task The_LMS_tells_the_number_that_its_deliveries_leave_out()
    {
        var campus = Campus(StudentNumber, MatchingStrategy.Lms);
        campus.Outside.Users["41"] = new("41", Student, null, null);

        await Deliver(campus, new LearnerReference(LearnerReferenceKind.LmsId, "41"));

        campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_else_the_LMS_tells_serves_the_strategies_after_it()
    {
        var campus = Campus(MatchingStrategy.Lms, MatchingStrategy.Email);
        campus.Outside.Users["41"] = new("41", null, null, Email);
        campus.Outside.Addresses.Add((Email, Student));

        await Deliver(campus, new LearnerReference(LearnerReferenceKind.LmsId, "41"));

        campus.Award.ShouldNotBeNull();
        (await IdOf(campus, new(LearnerReferenceKind.Email, Email))).ShouldBeNull();
    }

    [Fact]
    public async Task The_directory_leads_to_the_number_and_two_accounts_of_two_people_to_a_question()
    {
        var campus = Campus(Graph);
        campus.Outside.Directory[Email] = [Student];
        await Deliver(campus, new LearnerReference(LearnerReferenceKind.Email, Email));
        campus.Award.ShouldNotBeNull();

        campus.Outside.Directory["twice@example.ca"] = [Student, Other];
        await DeliverAs(campus, "event-2", new LearnerReference(LearnerReferenceKind.Email, "twice@example.ca"));
        campus.Attention.ShouldHaveSingleItem().Candidates.ShouldBe([Student, Other]);
    }

    [Theory]
    [InlineData(ConnectionRole.Lms)]
    [InlineData(ConnectionRole.Directory)]
    public async Task An_outage_of_a_strategys_system_puts_the_completion_off_and_is_not_skipped(ConnectionRole role)
    {
        var campus = Campus(MatchingStrategy.Lms, Graph, MatchingStrategy.Email);
        campus.Outside.Addresses.Add((Email, Other));
        campus.Outside.Directory[Email] = [Student];
        var isDown = true;
        campus.Outside.Before[role] = () => isDown ? new OutsideException(OutsideFault.Unavailable, "down") : null;

        await Deliver(campus, new(LearnerReferenceKind.LmsId, "41"), new(LearnerReferenceKind.Email, Email));
        campus.Award.ShouldBeNull();
        campus.Waiting.ShouldBe(1);

        await campus.Pass(TimeSpan.FromMinutes(10));
        var item = campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<SystemDown>();
        item.Source.ShouldBe(role == ConnectionRole.Lms ? "Lms~lms" : "Directory");

        isDown = false;
        await campus.Pass(TimeSpan.FromHours(2));
        campus.Attention.ShouldBeEmpty();
        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
    }

    [Theory]
    [InlineData(new[] { StudentNumber, Known }, new[] { StudentNumber, Known })]
    [InlineData(new[] { StudentNumber, MatchingStrategy.Lms, Known }, new[] { StudentNumber, Known, MatchingStrategy.Lms })]
    [InlineData(new[] { MatchingStrategy.Email, StudentNumber }, new[] { Known, MatchingStrategy.Email, StudentNumber })]
    [InlineData(new[] { Known, StudentNumber }, new[] { Known, StudentNumber })]
    public void What_is_remembered_comes_before_questions_by_other_names(MatchingStrategy[] stated, MatchingStrategy[] tried) =>
        new LearnerMatching { Stated = stated }.Order.ShouldBe(tried);

    [Theory]
    [InlineData(MatchingStrategy.StudentNumber, ConnectionRole.Sis)]
    [InlineData(MatchingStrategy.Email, ConnectionRole.Sis)]
    [InlineData(Graph, ConnectionRole.Directory)]
    public async Task By_a_system_that_the_institution_has_not_nobody_is_known(MatchingStrategy strategy, ConnectionRole missing)
    {
        var campus = new Campus(OneInstitution.With(source => source with { Learners = new() { Stated = [strategy] } }) with
        {
            Connections = OneInstitution.Only.Connections.Where(connection => connection.Key != missing).ToDictionary(),
        });
        campus.Outside.Addresses.Add((Email, Student));
        campus.Outside.Directory[Email] = [Student];

        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Student), new(LearnerReferenceKind.Email, Email));

        campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnknownLearner>();
        campus.Outside.Calls.ShouldNotContainKey(missing);
    }

    [Fact]
    public async Task Without_an_API_of_the_LMS_or_an_id_in_it_the_LMS_names_nobody()
    {
        var campus = new Campus(OneInstitution.With(source => source with { Learners = new() { Stated = [MatchingStrategy.Lms] } }));
        await Deliver(campus, new LearnerReference(LearnerReferenceKind.LmsId, "41"));
        campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnknownLearner>();

        var asking = Campus(MatchingStrategy.Lms);
        await Deliver(asking, new LearnerReference(LearnerReferenceKind.Login, "maelle"));
        asking.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnknownLearner>();
        asking.Outside.Calls.ShouldNotContainKey(ConnectionRole.Lms);
    }

    private static Campus Campus(params MatchingStrategy[] strategies) =>
        new(OneInstitution.With(source => source with { Api = Api, Learners = new() { Stated = strategies } }));

    private static Task Deliver(Campus campus, params LearnerReference[] learner) => DeliverAs(campus, "event-1", learner);

    private static async Task DeliverAs(Campus campus, string id, params LearnerReference[] learner)
    {
        await campus.Deliver(OneInstitution.Assessed(91, id) with { Learner = learner });
        await campus.Work();
    }

    private static Task<string?> IdOf(Campus campus, LearnerReference reference) =>
        campus.Storage.FindId(OneInstitution.Id, new LookupKey("a pepper for tests only").Of(reference, "lms"), default);
}
