using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Outside;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Messaging;

/// <summary>What waits in queues and tables for days says all that is needed; what is written to logs tells nothing of a person.</summary>
public sealed class WrittenDownTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 2, 15, 30, 20, 500, TimeSpan.Zero);
    private static readonly AwardId Award = new(new("lacnord", "abc"), 2);
    private static readonly AboutDossier About = new("learner", "water", 2);

    [Fact]
    public void A_move_leaves_by_an_act_of_its_own() =>
        new EvidenceMove("lacnord", About, "other", At, "id", "wrong/number").Act.ShouldBe(
            new RegistrarAct("id", ActKind.MoveAway, 2, At, "wrong/number"));


    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recognition_is_part_of_a_dossier_as_it_was_when_it_was_looked_at(bool isTakenBack)
    {
        var credential = new ExternalCredential(
            "https://other.example.ca/credentials/1",
            At.AddDays(-9),
            isTakenBack ? null : At.AddYears(1),
            At,
            isTakenBack);
        var recognition = new CredentialRecognition("lacnord", "learner", "water", "rivers", credential);
        var part = recognition.PartOf(new("rivers", new("R", "R"), "https://other.example.ca", [], Hours: 20, Credits: 1.5m));
        part.ShouldBe(
            new StackedCredential(
                "rivers",
                "https://other.example.ca/credentials/1",
                part.Revision,
                At.AddDays(-9),
                isTakenBack ? null : At.AddYears(1),
                isTakenBack ? At : null,
                20,
                1.5m));
        ExternalCredential.Of(part).ShouldBe(credential with { Seen = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero) });
        recognition
            .PartOf(new("rivers", new("R", "R"), "x", []))
            .ShouldSatisfyAllConditions(bare => bare.Hours.ShouldBe(0), bare => bare.Credits.ShouldBe(0));
    }

    [Theory]
    [InlineData("lacnord-abc-2", true)]
    [InlineData("lacnord-abc", false)]
    [InlineData("lacnord-abc-2-3", false)]
    [InlineData("lacnord-abc-", false)]
    [InlineData("-abc-2", false)]
    [InlineData("lacnord--2", false)]
    [InlineData("lacnord-abc--2", false)]
    [InlineData("lacnord-abc-x", false)]
    [InlineData(null, false)]
    public void An_award_s_id_is_institution_name_and_cycle(string? text, bool isId)
    {
        AwardId.TryParse(text, out var id).ShouldBe(isId);
        id.ShouldBe(isId ? Award : default);
        if (isId)
            AwardId.Parse(text).ToString().ShouldBe(text);
        else
            Should.Throw<FormatException>(() => AwardId.Parse(text)).Message.ShouldContain("is not an award id");
    }

    [Fact]
    public void What_a_log_writes_of_people_and_secrets_names_none()
    {
        new Learner("learner-1", "person", "900100001", "Maëlle", "Tremblay", "maelle@example.ca", "fr").ToString().ShouldBe("learner-1");
        new Person("person-1", "900100001", "Maëlle", "Tremblay", "maelle@example.ca", "fr").ToString().ShouldBe("person-1");
        new LearnerReference(LearnerReferenceKind.Email, "maelle@example.ca").ToString().ShouldBe("Email");
        new LmsUser("41", "900100001", "maelle.tremblay", "maelle@example.ca").ToString().ShouldBe("41");
        new Token("secret", At).ToString().ShouldBe("token until 2026-11-02T15:30:20.5000000+00:00");
        new EndorsementSubject(EndorsementKind.Issuer, "").ToString().ShouldBe("issuer");
        new EndorsementSubject(EndorsementKind.Credential, "LacNord-1").ToString().ShouldBe("credential-lacnord-1");
    }

    [Fact]
    public void Of_a_user_of_the_LMS_what_is_blank_names_nobody() =>
        new LmsUser(" 41 ", "", null, " maelle@example.ca")
            .References()
            .ShouldBe([new(LearnerReferenceKind.LmsId, "41"), new(LearnerReferenceKind.Email, "maelle@example.ca")]);

    [Fact]
    public void Ignored_events_are_told_by_kind_and_number()
    {
        IgnoredEvents.Of(["viewed", "opened", "viewed"]).Select(events => events.ToString()).ShouldBe(["viewed ×2", "opened"]);
        IgnoredEvents one = "viewed";
        one.Count.ShouldBe(1);
    }

    [Fact]
    public void A_path_of_names_is_the_path_that_is_read_from_their_text()
    {
        FieldPath.TryParse("$.result.score", out var paths, out _).ShouldBeTrue();
        FieldPath.Of("result", "score").Steps.ShouldBe(paths.ShouldHaveSingleItem().Steps);
    }
}
