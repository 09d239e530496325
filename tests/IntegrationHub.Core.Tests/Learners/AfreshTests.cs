using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Learners;

/// <summary>Names, addresses and languages are those that the SIS states on the day.</summary>
public sealed class AfreshTests
{
    private const string Student = "900100001";
    private readonly Campus _campus = new();

    [Fact]
    public async Task A_letter_goes_to_the_address_and_the_name_of_the_day_on_which_it_leaves()
    {
        await Earn();
        _campus.Outside.People[Student] = Stated("Maëlle", "Dubé", "maelle.dube@example.ca", "fr");
        _campus.Time.Advance(TimeSpan.FromDays(2));
        await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Revoke, "Un motif.", default);
        await _campus.Work();

        var letter = _campus.Outside.Mails[^1];
        (letter.To, letter.ToName, letter.Language).ShouldBe(("maelle.dube@example.ca", "Maëlle Dubé", "fr"));
    }

    [Fact]
    public async Task The_SIS_is_asked_once_a_day_however_much_happens_to_a_learner()
    {
        await Earn();
        var after = _campus.Outside.Calls[ConnectionRole.Sis];

        foreach (var _ in Enumerable.Range(0, 5))
            await Find();
        _campus.Outside.Calls[ConnectionRole.Sis].ShouldBe(after);

        _campus.Time.Advance(TimeSpan.FromHours(25));
        foreach (var _ in Enumerable.Range(0, 5))
            await Find();
        _campus.Outside.Calls[ConnectionRole.Sis].ShouldBe(after + 1);
    }

    [Fact]
    public async Task While_the_SIS_is_silent_what_was_known_serves()
    {
        await Earn();
        var known = await Find();
        _campus.Outside.People[Student] = Stated("Maëlle", "Dubé", null, null);
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Unavailable, "down");
        _campus.Time.Advance(TimeSpan.FromDays(3));

        (await Find()).ShouldBe(known);
    }

    [Fact]
    public async Task A_student_number_that_was_given_to_somebody_else_renames_nobody()
    {
        await Earn();
        var known = await Find();
        _campus.Outside.People[Student] = Stated("Autre", "Personne", null, null) with { PersonId = "somebody-else" };
        _campus.Time.Advance(TimeSpan.FromDays(3));

        (await Find()).ShouldBe(known);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", " ")]
    public async Task Without_a_name_nothing_is_written_issued_or_sent_until_the_SIS_has_one(string given, string family)
    {
        _campus.Outside.People[Student] = Stated(given, family, "someone@example.ca", "fr");
        await Earn();

        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<NameMissing>();
        _campus.Award.ShouldBeNull();
        (_campus.Outside.Entries.Count, _campus.Outside.Badges.Count, _campus.Outside.Mails.Count).ShouldBe((0, 0, 0));

        _campus.Outside.People[Student] = Stated("Maëlle", family, "someone@example.ca", "fr");
        await _campus.Desk.Retry(OneInstitution.Id, _campus.Attention.Single().Id, default);
        await _campus.Work();

        _campus.Attention.ShouldBeEmpty();
        _campus.Award!.State.ShouldBe(AwardState.Valid);
        _campus.Outside.Mails.ShouldHaveSingleItem().ToName.ShouldBe("Maëlle");
    }

    [Fact]
    public async Task Who_has_one_name_only_has_a_name()
    {
        _campus.Outside.People[Student] = Stated(" ", "Wapistan", "someone@example.ca", "fr");
        await Earn();

        _campus.Outside.Mails.ShouldHaveSingleItem().ToName.ShouldBe("Wapistan");
        _campus.Outside.Mails[0].Paragraphs[0].ShouldContain("Wapistan");
    }

    [Theory]
    [InlineData(null, "fr")]
    [InlineData("en", "en")]
    public async Task Who_has_no_language_in_the_SIS_is_written_to_in_the_institutions(string? stated, string written)
    {
        var campus = new Campus(OneInstitution.Only with { Language = "fr" });
        campus.Outside.People[Student] = Stated("Maëlle", "Dubé", "someone@example.ca", stated);
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();

        campus.Outside.Mails.ShouldHaveSingleItem().Language.ShouldBe(written);
    }

    private async Task Earn()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
    }

    private Task<Learner?> Find() =>
        _campus.Get<LearnersAfresh>().Find(_campus.Institutions.Get(OneInstitution.Id), _campus.Award!.Learner, default);

    private static Person Stated(string given, string family, string? email, string? language) =>
        new($"person-{Student}", Student, given, family, email, language);
}
