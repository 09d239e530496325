using System.Globalization;
using System.Text.Json;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>
/// Learners hear of the end of a credential before it comes, by the institution's own days (60 and 14 before, where it says nothing).
/// </summary>
public sealed class RenewalTests
{
    private readonly Campus _campus = new(Valid(months: 12, renewalDays: 30));

    [Fact]
    public async Task Sixty_and_fourteen_days_before_the_end_the_learner_gets_a_letter()
    {
        await Earn();
        (await On(new(2027, 9, 2))).ShouldBe(0);
        (await On(new(2027, 9, 3))).ShouldBe(1);
        (await On(new(2027, 9, 4))).ShouldBe(0);
        (await On(new(2027, 10, 19))).ShouldBe(1);
        (await On(new(2027, 11, 2))).ShouldBe(0);

        Letters(_campus).ShouldBe(2);
    }

    [Fact]
    public async Task The_letter_says_until_when_and_from_when_a_fresh_assessment_renews()
    {
        await Earn();
        await On(new(2027, 9, 3));

        var letter = _campus.Outside.Mails[^1];
        letter.Subject.ShouldBe("Expire bientôt\u00a0: Échantillonnage de l’eau");
        letter.Paragraphs.ShouldBe([
            "Bonjour Maëlle,",
            "Votre micro-titre de compétences «\u00a0Échantillonnage de l’eau\u00a0» (Collège Lac-Nord) est valide jusqu’au "
                + $"{Day(new(2027, 11, 2))}.",
            $"Pour le renouveler, passez une nouvelle évaluation à partir du {Day(new(2027, 10, 3))}.",
            "Collège Lac-Nord"]);
        (letter.To, letter.ToName, letter.Language, letter.Link).ShouldBe(("900100001@example.ca", "Maëlle Tremblay", "fr", null));
        letter.Id.ShouldEndWith("/renewal/60");
    }

    [Fact]
    public async Task Where_nothing_renews_early_the_letter_says_that_it_can_be_earned_again_afterwards()
    {
        var campus = new Campus(Valid(months: 12, renewalDays: null));
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();
        campus.Time.SetUtcNow(new(2027, 9, 3, 12, 0, 0, TimeSpan.Zero));
        await campus.Calendar.Keep(default);
        await campus.Work();

        campus.Outside.Mails[^1].Paragraphs[2].ShouldBe("Après cette date, une nouvelle évaluation permet de l’obtenir de nouveau.");
    }

    [Fact]
    public async Task What_is_revoked_meanwhile_is_written_of_no_more()
    {
        await Earn();
        await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Revoke, "mistake", default);
        await _campus.Work();

        (await On(new(2027, 9, 3))).ShouldBe(0);
        Letters(_campus).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_renewed_before_the_day_needs_no_letter()
    {
        await Earn();
        _campus.Time.SetUtcNow(new(2027, 10, 6, 12, 0, 0, TimeSpan.Zero));
        await _campus.Deliver(
            OneInstitution.Assessed(88, "renewal", attempt: "next") with
            {
                At = new(2027, 10, 6, 11, 0, 0, TimeSpan.Zero),
            });
        await _campus.Work();
        _campus.Dossier.Awards.Count.ShouldBe(2);

        await On(new(2027, 10, 19));

        Letters(_campus).ShouldBe(0);
    }

    [Theory]
    [InlineData("America/Vancouver", "2027-09-03T05:00Z", 0)]
    [InlineData("America/Vancouver", "2027-09-03T08:00Z", 1)]
    [InlineData("Pacific/Auckland", "2027-09-02T11:00Z", 0)]
    [InlineData("Pacific/Auckland", "2027-09-02T13:00Z", 1)]
    public async Task The_day_begins_when_it_does_where_the_institution_is(string zone, string moment, int letters)
    {
        var campus = new Campus(Valid(months: 12, renewalDays: 30) with { TimeZone = zone });
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();
        await campus.Storage.Add(new(2027, 9, 3), campus.Award!.Id, 7, default);
        campus.Time.SetUtcNow(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

        await campus.Calendar.Keep(default);
        await campus.Work();

        campus.Outside.Mails.Count(mail => mail.Id.EndsWith("/renewal/7", StringComparison.Ordinal)).ShouldBe(letters);
    }

    [Fact]
    public async Task An_award_that_cannot_be_read_stays_due_and_holds_up_no_other()
    {
        await Earn();
        await _campus.Storage.Add(new(2027, 9, 1), new(new(OneInstitution.Id, "DAMAGED"), 0), 60, default);
        (_campus.Storage.Unreadable, _campus.Storage.WhenUnreadable) = (new(OneInstitution.Id, "DAMAGED"), () =>
            new JsonException("It is damaged."));
        _campus.Time.SetUtcNow(new(2027, 9, 3, 12, 0, 0, TimeSpan.Zero));

        (await Should.ThrowAsync<IOException>(() => _campus.Calendar.Keep(default))).Message.ShouldContain("damaged");
        await _campus.Work();

        Letters(_campus).ShouldBe(1);
    }

    [Fact]
    public async Task An_institution_out_of_force_is_left_for_the_day_on_which_it_is_back()
    {
        await Earn();
        _campus.Time.SetUtcNow(new(2027, 9, 3, 12, 0, 0, TimeSpan.Zero));

        (await new CalendarKeeper(_campus.Storage, _campus.Storage, new Nobody(), _campus, _campus.Time).Keep(default)).ShouldBe(0);

        (await _campus.Calendar.Keep(default)).ShouldBe(1);
    }

    private static Institution Valid(int months, int? renewalDays) =>
        OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
        {
                ["water-sampling"] = OneInstitution.WaterSampling with { Validity = new(months), RenewalDays = renewalDays },
            },
        };

    private static string Day(DateOnly day) => day.ToString("D", Core.Texts.Text.Culture("fr"));

    private static int Letters(Campus campus) =>
        campus.Outside.Mails.Count(mail => mail.Subject.StartsWith("Expire bientôt", StringComparison.Ordinal));

    private async Task Earn()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
    }

    private async Task<int> On(DateOnly day)
    {
        _campus.Time.SetUtcNow(new(day, new(12, 0), TimeSpan.Zero));
        var sent = await _campus.Calendar.Keep(default);
        await _campus.Work();
        return sent;
    }

    private sealed class Nobody : IInstitutions
    {
        public IReadOnlyCollection<Institution> All => [];

        public IReadOnlyCollection<string> Names => [];

        public InstitutionState Find(string id, out Institution? institution)
        {
            institution = null;
            return InstitutionState.Faulty;
        }
    }
}
