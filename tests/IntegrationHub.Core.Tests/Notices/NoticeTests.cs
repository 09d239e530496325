using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Texts;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>What the channel and the learner read, word for word.</summary>
public sealed class NoticeTests
{
    private readonly Campus _campus = new();

    private ChannelNotice Card => _campus.Outside.Cards[^1];

    private LearnerMessage Mail => _campus.Outside.Mails[^1];

    [Fact]
    public async Task The_card_of_an_award_says_who_what_when_and_how_it_stands_with_the_transcript()
    {
        _campus.Outside.SisConfirms = false;
        await Earn(_campus);

        Card.Id.ShouldBe($"{_campus.Award!.Id}/channel");
        (Card.Title.Fr, Card.Title.En, Card.Tone).ShouldBe(
            ("Délivré\u00a0: Échantillonnage de l’eau", "Issued: Water sampling", NoticeTone.Good));
        Card.Link.ShouldBe(new Uri($"https://hub.example.ca/awards/{_campus.Award.Id}"));
        Card.LinkLabel.ShouldBe(new BilingualText("Ouvrir l’attribution", "Open the award"));
        Card.Facts.Select(fact => $"{fact.Label.En}: {fact.Value.En}")
            .ShouldBe([
                "Institution: North Lake College",
                $"Earned on: {Day("en")}",
                "Result: Score: 91%. Pass threshold: 80%.",
                $"Transcript: {Text.In("en", "state.Submitted")}",
            ]);
        Card.Facts.Select(fact => fact.Label.Fr).ShouldBe(["Établissement", "Obtenu le", "Résultat", "Relevé de notes"]);
        Card.Facts[1].Value.Fr.ShouldBe(Day("fr"));
        Card.Facts[2].Value.Fr.ShouldBe("Note\u00a0: 91\u00a0%. Seuil de réussite\u00a0: 80\u00a0%.");
    }

    [Fact]
    public async Task The_learner_s_first_message_has_the_link_to_the_badge()
    {
        await Earn(_campus);

        (Mail.Id, Mail.To, Mail.ToName, Mail.Language).ShouldBe(
            ($"{_campus.Award!.Id}/learner", "900100001@example.ca", "Maëlle Tremblay", "fr"));
        Mail.Subject.ShouldBe("Votre micro-titre de compétences\u00a0: Échantillonnage de l’eau");
        Mail.Paragraphs.ShouldBe([
            "Bonjour Maëlle,",
            $"Collège Lac-Nord vous a décerné le micro-titre de compétences «\u00a0Échantillonnage de l’eau\u00a0», obtenu le {Day("fr")}. "
                + "Félicitations!",
            Text.In("fr", "mail.earned.link"),
            "Collège Lac-Nord",
        ]);
        (Mail.Link, Mail.LinkLabel).ShouldBe((new Uri("https://badges.example.ca/badge-1"), "Ouvrir mon insigne"));
        Mail.ToString().ShouldBe(Mail.Id, "no name and no address in a log");
    }

    [Fact]
    public async Task A_micro_credential_with_a_survey_asks_for_it()
    {
        var campus = Campus(entry => entry with { Survey = new("https://survey.example.ca/water") });
        await Earn(campus);

        campus
            .Outside.Mails[^1]
            .Paragraphs[3]
            .ShouldBe("Qu’en avez-vous pensé? Répondez à un court sondage\u00a0: https://survey.example.ca/water");
    }

    [Fact]
    public async Task Where_there_is_no_badge_the_learner_is_told_of_the_record()
    {
        var campus = Campus(entry => entry with { Badge = null });
        await Earn(campus);

        campus.Outside.Mails[^1].Paragraphs[2].ShouldBe("Le bureau du registraire l’ajoute à votre dossier.");
        campus.Outside.Mails[^1].Link.ShouldBeNull();
    }

    [Fact]
    public async Task What_policy_keeps_off_the_transcript_says_so()
    {
        var campus = Campus(entry => entry with { Record = new(RecordTargetKind.None) });
        await Earn(campus);
        campus.Outside.Cards[^1].Facts[3].Value.En.ShouldBe("not on the transcript, by policy");

        await campus.Awards.Decide(campus.Award!.Id, ActKind.Revoke, "mistake", default);
        await campus.Work();
        campus.Outside.Cards[^1].Facts[3].Value.En.ShouldBe("not on the transcript, by policy");
    }

    [Theory]
    [InlineData(ActKind.Suspend, "Suspendu", "Votre micro-titre est suspendu\u00a0: ", "mail.changed.Suspended", NoticeTone.Attention)]
    [InlineData(ActKind.Revoke, "Révoqué", "Votre micro-titre est révoqué\u00a0: ", "mail.changed.Revoked", NoticeTone.Attention)]
    public async Task A_change_says_what_and_why(ActKind kind, string title, string subject, string body, NoticeTone tone)
    {
        await Earn(_campus);
        await Say(kind, "wrong section");

        (Card.Title.Fr, Card.Tone).ShouldBe(($"{title}\u00a0: Échantillonnage de l’eau", tone));
        Card.Facts.Select(fact => $"{fact.Label.En}: {fact.Value.En}")
            .ShouldBe([
                "Institution: North Lake College",
                $"Earned on: {Day("en")}",
                "Reason: wrong section",
                $"Transcript: {Text.In("en", "state.Done")}",
            ]);
        Card.Link.ShouldBe(new Uri($"https://hub.example.ca/awards/{_campus.Award!.Id}"));
        Card.Id.ShouldStartWith($"{_campus.Award.Id}/channel/");
        Card.LinkLabel.En.ShouldBe("Open the award");

        (Mail.Subject, Mail.To, Mail.ToName, Mail.Language).ShouldBe(
            ($"{subject}Échantillonnage de l’eau", "900100001@example.ca", "Maëlle Tremblay", "fr"));
        Mail.Paragraphs.ShouldBe([
            "Bonjour Maëlle,",
            Text.In("fr", body, OneInstitution.Only.Name, OneInstitution.WaterSampling.Summary.Title, Day("fr")),
            "Motif\u00a0: wrong section",
            "Pour toute question, écrivez au bureau du registraire\u00a0: Collège Lac-Nord.",
            "Collège Lac-Nord",
        ]);
        (Mail.Link, Mail.LinkLabel).ShouldBe((new Uri("https://badges.example.ca/badge-1"), "Ouvrir mon insigne"));
    }

    [Fact]
    public async Task What_stands_again_is_good_news_and_needs_no_reason()
    {
        await Earn(_campus);
        await Say(ActKind.Suspend, "under review");
        await Say(ActKind.Uphold, null);

        (Card.Title.En, Card.Tone).ShouldBe(("Reinstated: Water sampling", NoticeTone.Good));
        Mail.Paragraphs.ShouldNotContain(paragraph => paragraph.StartsWith("Motif", StringComparison.Ordinal));
        Mail.Paragraphs.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("86.5", "80", "Score: 86.5%. Pass threshold: 80%.")]
    [InlineData(null, "80", "Completed. The LMS requires 80% to complete the course.")]
    [InlineData(null, null, "Earned by stacking other micro-credentials.")]
    public void The_result_is_told_as_it_was_earned(string? percent, string? threshold, string told) =>
        IntegrationHub
            .Core.Rules.Explanation.Narrative(
                "en",
                new(Outcome.Earned, 1, Number(threshold), Number(percent), 1, "event", DateTimeOffset.UnixEpoch))
            .ShouldBe(told);

    [Fact]
    public async Task A_not_yet_names_the_rule_the_attempts_that_are_left_and_who_gives_feedback()
    {
        var campus = Campus(entry =>
            entry with
            {
                Assessment = new(80, EnforcedByLms: false, Attempts: 3, FeedbackFrom: new("la conseillère", "the advisor")),
            });
        await campus.Deliver(OneInstitution.Assessed(60, attempt: "1"));
        await campus.Work();

        var mail = campus.Outside.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Pas encore\u00a0: Échantillonnage de l’eau");
        mail.Paragraphs.ShouldBe([
            "Bonjour Maëlle,",
            Text.In("fr", "letter.NotYet.body", OneInstitution.WaterSampling.Summary.Title, OneInstitution.Only.Name),
            mail.Paragraphs[2],
            "Il vous reste 2 tentatives.",
            "Pour obtenir de la rétroaction, adressez-vous à\u00a0: la conseillère.",
            "Collège Lac-Nord",
        ]);
        mail.Id.ShouldEndWith("/notyet/event-1");
        mail.Link.ShouldBeNull();
    }

    [Fact]
    public async Task After_the_last_attempt_the_letter_says_whom_to_ask()
    {
        for (var attempt = 1; attempt <= 2; attempt++)
            await _campus.Deliver(OneInstitution.Assessed(60, $"event-{attempt}", minute: attempt, attempt: $"{attempt}"));
        await _campus.Work();

        Mail.Paragraphs[3].ShouldBe(Text.In("fr", "letter.NotYet.noAttempts"));
        Mail.Paragraphs.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Who_has_no_address_gets_no_letter()
    {
        await _campus.Deliver(OneInstitution.Assessed(60, attempt: "1"));
        await _campus.WorkOnce();
        var learner = (await _campus.Recognitions.Student(OneInstitution.Only, "900100001", default))!;
        await _campus.Storage.Keep(OneInstitution.Id, learner with { Email = null }, [], default);

        await _campus.Work();

        _campus.Outside.Mails.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_that_is_refused_asks_a_person_who_can_send_it_again()
    {
        _campus.Outside.Before[ConnectionRole.Mail] = () =>
            new IntegrationHub.Core.Failures.OutsideException(IntegrationHub.Core.Failures.OutsideFault.Refused, "The mailbox is full.");
        await _campus.Deliver(OneInstitution.Assessed(60, attempt: "1"));
        await _campus.Work();
        var item = _campus.Attention.ShouldHaveSingleItem();
        (item.Cause.Name, item.Source, item.Detail).ShouldBe(("MessageFailed", "notices", "The mailbox is full."));

        _campus.Outside.Before.Clear();
        await _campus.Desk.Retry(OneInstitution.Id, item.Id, default);
        await _campus.Work();

        _campus.Outside.Mails.ShouldHaveSingleItem();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_that_cannot_be_sent_for_three_days_asks_a_person()
    {
        var calls = new List<DateTimeOffset>();
        _campus.Outside.Before[ConnectionRole.Mail] = () =>
        {
            calls.Add(_campus.Time.GetUtcNow());
            return new IntegrationHub.Core.Failures.OutsideException(IntegrationHub.Core.Failures.OutsideFault.Throttled, "Too many.");
        };
        await _campus.Deliver(OneInstitution.Assessed(60, attempt: "1"));
        await _campus.Pass(TimeSpan.FromDays(6));

        _campus.Attention.ShouldHaveSingleItem().Detail.ShouldBe("Too many.");
        (calls[^1] - calls[0]).ShouldBeInRange(TimeSpan.FromHours(72), TimeSpan.FromHours(80));
    }

    private static Campus Campus(Func<MicroCredential, MicroCredential> change) =>
        new(
            OneInstitution.Only with
            {
                MicroCredentials = new Dictionary<string, MicroCredential> { ["water-sampling"] = change(OneInstitution.WaterSampling) },
            });

    private static string Day(string language) => new DateOnly(2026, 11, 2).ToString("D", Text.Culture(language));

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task Earn(Campus campus)
    {
        await campus.Deliver(OneInstitution.Assessed(91));
        await campus.Work();
    }

    private async Task Say(ActKind kind, string? reason)
    {
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        (await _campus.Awards.Decide(_campus.Award!.Id, kind, reason, default)).ShouldBe(IntegrationHub.Core.Awarding.ActVerdict.Accepted);
        await _campus.Work();
    }
}
