using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;
using static IntegrationHub.Core.Model.Institutions.MatchingStrategy;

namespace IntegrationHub.Core.Tests.Learners;

/// <summary>Names of one account, numbers and addresses that do not agree on who the learner is.</summary>
public sealed class DoubtfulLearnerTests
{
    private const string Student = "900100001";
    private const string Other = "900100002";
    private const string Email = "maelle@example.ca";

    private static readonly Connection Api = OneInstitution.Only.Connections[ConnectionRole.Lms] with { Source = "lms" };

    /// <summary>The registrar corrects a number in the LMS; the same completion comes once more under the new one.</summary>
    [Theory]
    [InlineData(LearnerReferenceKind.LmsId)]
    [InlineData(LearnerReferenceKind.Login)]
    [InlineData(LearnerReferenceKind.Other)]
    public async Task One_account_with_two_numbers_is_a_question_and_never_two_awards(LearnerReferenceKind account)
    {
        foreach (var strategies in new MatchingStrategy[][]
            {
                [StudentNumber, Known],
                [Known, StudentNumber],
                [StudentNumber],
                [MatchingStrategy.Email, StudentNumber],
            })
        {
            var campus = Campus(strategies);
            await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Student), new(account, "961"));
            campus.Award.ShouldNotBeNull();

            await DeliverAs(campus, "event-2", new(LearnerReferenceKind.StudentNumber, Other), new(account, "961"));

            campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
            var item = campus.Attention.ShouldHaveSingleItem();
            item.Cause.ShouldBeOfType<AmbiguousLearner>();
            item.Subject.Text.ShouldBe($"{account}: 961");
            item.Candidates.ShouldBe([Student, Other]);

            (await campus.Identities.Identify(OneInstitution.Id, item.Id, Other, default)).ShouldBe(IdentifyVerdict.Remembered);
            await campus.Work();
            campus.Attention.ShouldBeEmpty();
            campus.Storage.All.SelectMany(dossier => dossier.Awards).Count().ShouldBe(2, "a person said so");

            await DeliverAs(campus, "event-3", new(LearnerReferenceKind.StudentNumber, Student), new(account, "961"));
            campus.Attention.ShouldBeEmpty("a person's word ends the doubt");
        }
    }

    /// <summary>As a real Moodle sent it: only the number differs.</summary>
    [Fact]
    public async Task One_completion_of_a_real_Moodle_under_two_numbers_awards_once()
    {
        var campus = Campus(StudentNumber, Known);
        campus.Outside.Students.UnionWith(["900100112", "900100149"]);
        foreach (var delivery in IntegrationHub.Testing.Connectors.Readings.Case("moodle/two-students-one-account.json"))
        {
            var read = IntegrationHub.Testing.Connectors.Readings.Moodle(delivery).Completions.ShouldHaveSingleItem();
            await campus.Deliver(OneInstitution.Assessed(91, read.EventId) with { Learner = read.Learner });
            await campus.Work();
        }

        campus.Storage.All.SelectMany(dossier => dossier.Awards).ShouldHaveSingleItem();
        campus.Attention.ShouldHaveSingleItem().Candidates.ShouldBe(["900100112", "900100149"]);
    }

    [Fact]
    public async Task The_numbers_of_one_account_are_a_question_also_where_both_events_come_at_once()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var campus = Campus(StudentNumber, Known);
            foreach (var (id, number) in new[] { ("event-1", Student), ("event-2", Other) })
                await campus.Deliver(
                    OneInstitution.Assessed(91, id) with
                    {
                        Learner = [new(LearnerReferenceKind.StudentNumber, number), new(LearnerReferenceKind.LmsId, "961")],
                    });
            var together = new List<Task>();
            while (campus.Waiting > 0)
            {
                var (_, envelope) = campus.Take();
                together.Add(Task.Run(() => campus.Handle(envelope)));
            }

            await Task.WhenAll(together);
            await campus.Work();

            campus.Storage.All.SelectMany(dossier => dossier.Awards).ShouldHaveSingleItem();
            campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<AmbiguousLearner>();
        }
    }

    [Fact]
    public async Task An_account_found_by_a_number_that_was_known_already_is_remembered_too()
    {
        var campus = Campus(StudentNumber, Known);
        await DeliverAs(campus, "event-0", new LearnerReference(LearnerReferenceKind.StudentNumber, Student));
        await DeliverAs(campus, "event-1", new(LearnerReferenceKind.StudentNumber, Student), new(LearnerReferenceKind.LmsId, "961"));

        (await IdOf(campus, new(LearnerReferenceKind.LmsId, "961"))).ShouldBe(
            await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
    }

    [Theory]
    [InlineData(LearnerReferenceKind.LmsId)]
    [InlineData(LearnerReferenceKind.Login)]
    [InlineData(LearnerReferenceKind.Other)]
    public async Task A_person_s_word_on_an_account_beats_the_number_that_an_event_gives(LearnerReferenceKind account)
    {
        foreach (var strategies in new MatchingStrategy[][] { [StudentNumber, Known], [Known, StudentNumber], [StudentNumber] })
        {
            var campus = Campus(strategies);
            await campus.Identities.Identify(OneInstitution.Id, "lms", new(account, "964"), Student, default);

            await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Other), new(account, "964"));

            campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
            campus.Attention.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_loaded_table_is_a_person_s_word()
    {
        var campus = Campus(StudentNumber, Known);
        await campus.Identities.Load(
            OneInstitution.Id,
            "lms",
            [new(1, Student, [new(LearnerReferenceKind.LmsId, "964")])],
            areLast: true,
            default);

        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Other), new(LearnerReferenceKind.LmsId, "964"));

        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
    }

    [Fact]
    public async Task A_word_on_one_account_says_nothing_of_whose_a_number_is()
    {
        var campus = Campus(StudentNumber, Known);
        await campus.Identities.Identify(OneInstitution.Id, "lms", new(LearnerReferenceKind.LmsId, "964"), Student, default);
        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Other), new(LearnerReferenceKind.LmsId, "964"));

        await DeliverAs(campus, "event-2", new(LearnerReferenceKind.StudentNumber, Other), new(LearnerReferenceKind.LmsId, "965"));

        campus.Attention.ShouldBeEmpty();
        campus.Storage.All.Count.ShouldBe(2);
    }

    /// <summary>Whose a number is, the SIS says: no answer about one completion may give it to somebody else, everywhere.</summary>
    [Fact]
    public async Task Without_an_account_s_name_the_source_s_order_decides_and_no_number_is_given_away()
    {
        var campus = Campus(MatchingStrategy.Email, StudentNumber);
        campus.Outside.Addresses.Add((Email, Student));
        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Other), new(LearnerReferenceKind.Email, Email));
        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
        campus.Attention.ShouldBeEmpty();

        await campus.Identities.Identify(OneInstitution.Id, "lms", new(LearnerReferenceKind.StudentNumber, Other), Student, default);
        (await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Other))).ShouldBeNull("the SIS knows that number as another's own");
        await campus.Identities.Identify(OneInstitution.Id, "lms", new(LearnerReferenceKind.StudentNumber, "999999999"), Student, default);
        (await IdOf(campus, new(LearnerReferenceKind.StudentNumber, "999999999"))).ShouldNotBeNull("nobody's in the SIS");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_of_two_persons_beside_a_number_is_answered_once(bool isAsked)
    {
        var campus = isAsked ? Campus(MatchingStrategy.Email, StudentNumber) : Campus(MatchingStrategy.Email);
        campus.Outside.Addresses.AddRange([(Email, Student), (Email, Other)]);
        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Other), new(LearnerReferenceKind.Email, Email));

        (await campus.Identities.Identify(OneInstitution.Id, campus.Attention.ShouldHaveSingleItem().Id, Student, default)).ShouldBe(
            IdentifyVerdict.Remembered);
        await campus.Work();

        campus.Attention.ShouldBeEmpty();
        campus.Award.ShouldNotBeNull().Learner.ShouldBe(await IdOf(campus, new(LearnerReferenceKind.StudentNumber, Student)));
    }

    [Fact]
    public async Task Who_was_merged_is_not_asked_about_again()
    {
        var campus = Campus(Known, StudentNumber);
        await Deliver(campus, new(LearnerReferenceKind.StudentNumber, Student), new(LearnerReferenceKind.LmsId, "41"));
        await campus.Awards.Merge(OneInstitution.Id, Student, Other, default);
        await campus.Work();

        await DeliverAs(campus, "event-2", new(LearnerReferenceKind.StudentNumber, Student), new(LearnerReferenceKind.LmsId, "41"));

        campus.Attention.ShouldNotContain(item => item.Cause is AmbiguousLearner);
    }

    [Fact]
    public async Task An_address_that_leads_to_another_than_the_number_beside_it_is_a_question_where_the_address_is_asked_first()
    {
        var campus = Campus(MatchingStrategy.Email, StudentNumber);
        campus.Outside.Addresses.Add((Email, Student));

        await Deliver(
            campus,
            new(LearnerReferenceKind.StudentNumber, Other),
            new(LearnerReferenceKind.Email, Email),
            new(LearnerReferenceKind.LmsId, "41"));

        campus.Award.ShouldBeNull();
        campus.Attention.ShouldHaveSingleItem().Candidates.ShouldBe([Student, Other]);
    }

    private static Campus Campus(params MatchingStrategy[] strategies) =>
        new(
            OneInstitution.With(source =>
                source with
                {
                    Api = Api,
                    Learners = new() { Stated = strategies },
                }));

    private static Task Deliver(Campus campus, params LearnerReference[] learner) => DeliverAs(campus, "event-1", learner);

    private static async Task DeliverAs(Campus campus, string id, params LearnerReference[] learner)
    {
        await campus.Deliver(OneInstitution.Assessed(91, id) with { Learner = learner });
        await campus.Work();
    }

    private static Task<string?> IdOf(Campus campus, LearnerReference reference) =>
        campus.Storage.FindId(OneInstitution.Id, new LookupKey("a pepper for tests only").Of(reference, "lms"), default);
}
