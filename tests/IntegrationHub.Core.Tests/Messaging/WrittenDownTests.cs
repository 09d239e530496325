using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Messaging;

/// <summary>References that wait in queues and tables for days: what one version wrote, the next reads. And what is written to logs tells nothing of a person.</summary>
public sealed class WrittenDownTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 2, 15, 30, 20, 500, TimeSpan.Zero);
    private static readonly AwardId Award = new(new("lacnord", "abc"), 2);
    private static readonly AboutDossier About = new("learner", "water", 2);

    [Fact]
    public void A_word_is_read_back_with_a_reason_that_holds_slashes()
    {
        var command = new ActCommand(About, new("id", ActKind.Revoke, 2, At, "1/2 and 3/4"));
        command.ToReference().ShouldBe("learner/water/2/Revoke/2026-11-02T15:30:20.5000000+00:00/id/1/2 and 3/4");
        ActCommand.Parse(command.ToReference()).ShouldBe(command);
        var bare = command with { Act = command.Act with { Reason = null } };
        ActCommand.Parse(bare.ToReference()).ShouldBe(bare);
    }

    [Fact]
    public void A_move_is_read_back()
    {
        var move = new MoveCommand(About, "other", At, "id", "wrong/number");
        MoveCommand.Parse(move.ToReference()).ShouldBe(move);
        move.Act.ShouldBe(new RegistrarAct("id", ActKind.MoveAway, 2, At, "wrong/number"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recognition_is_read_back_with_an_id_that_is_an_address(bool isTakenBack)
    {
        var recognition = new Recognition("learner", "water", "rivers", new("https://other.example.ca/credentials/1", At.AddDays(-9), isTakenBack ? null : At.AddYears(1), At, isTakenBack));
        Recognition.Parse(recognition.ToReference()).ShouldBe(recognition);
        var part = recognition.PartOf(new("rivers", new("R", "R"), "https://other.example.ca", [], Hours: 20, Credits: 1.5m));
        part.ShouldBe(new StackedCredential("rivers", "https://other.example.ca/credentials/1", part.Revision, At.AddDays(-9), isTakenBack ? null : At.AddYears(1), isTakenBack ? At : null, 20, 1.5m));
        ExternalCredential.Of(part).ShouldBe(recognition.Credential with { Seen = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero) });
        recognition.PartOf(new("rivers", new("R", "R"), "x", [])).ShouldSatisfyAllConditions(bare => bare.Hours.ShouldBe(0), bare => bare.Credits.ShouldBe(0));
    }

    [Fact]
    public void A_letter_is_read_back_with_a_key_that_holds_slashes()
    {
        var notice = new LearnerNotice(About, LearnerNoticeKind.NotYet, "https://lms.example.ca/event/1");
        notice.ToReference().ShouldBe("learner/water/2/NotYet/https://lms.example.ca/event/1");
        LearnerNotice.Parse(notice.ToReference()).ShouldBe(notice);
    }

    [Fact]
    public void A_step_is_read_back() =>
        Envelope.Of("id", MessageKinds.Step, Award, StepName.Learner).ShouldSatisfyAllConditions(
            envelope => envelope.AboutStep().ShouldBe((Award, StepName.Learner)),
            envelope => envelope.V.ShouldBe(1),
            envelope => envelope.Institution.ShouldBe("lacnord"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("learner/water")]
    [InlineData("learner/water/x/NotYet/key/rest/more")]
    [InlineData("learner/water/2/Nothing/2026-11-02T15:30:20.5000000+00:00/id/")]
    public void What_was_never_written_is_not_read(string? reference)
    {
        Should.Throw<FormatException>(() => ActCommand.Parse(reference)).Message.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => MoveCommand.Parse(reference?.Replace("2026-", "x", StringComparison.Ordinal))).Message.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => LearnerNotice.Parse(reference)).Message.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => Recognition.Parse(reference)).Message.ShouldNotBeEmpty();
        Should.Throw<FormatException>(() => new Envelope(1, "id", "lacnord", MessageKinds.Step, null, reference).AboutStep()).Message.ShouldNotBeEmpty();
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
        new LmsUser(" 41 ", "", null, " maelle@example.ca").References().ShouldBe([new(LearnerReferenceKind.LmsId, "41"), new(LearnerReferenceKind.Email, "maelle@example.ca")]);

    [Fact]
    public void Ignored_events_are_told_by_kind_and_number()
    {
        IgnoredEvents.Of(["viewed", "opened", "viewed"]).Select(events => events.ToString()).ShouldBe(["viewed ×2", "opened"]);
        IgnoredEvents one = "viewed";
        one.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(MessageKinds.Act, true)]
    [InlineData(MessageKinds.Move, true)]
    [InlineData(MessageKinds.Part, true)]
    [InlineData(MessageKinds.Recognition, true)]
    [InlineData(MessageKinds.Letter, true)]
    [InlineData(MessageKinds.Reconcile, true)]
    [InlineData(MessageKinds.Step, false)]
    [InlineData(MessageKinds.Delivery, false)]
    [InlineData(MessageKinds.Release, true)]
    [InlineData(MessageKinds.Erase, true)]
    public void Only_what_says_all_by_its_reference_can_be_sent_again(string kind, bool can) => MessageKinds.CanBeSentAgain(kind).ShouldBe(can);

    [Fact]
    public void A_path_of_names_is_the_path_that_is_read_from_their_text()
    {
        FieldPath.TryParse("$.result.score", out var paths, out _).ShouldBeTrue();
        FieldPath.Of("result", "score").Steps.ShouldBe(paths.ShouldHaveSingleItem().Steps);
    }
}
