using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>Credentials of other houses: what counts, what does not, and what follows.</summary>
public sealed class OutsideCredentialTests : IDisposable
{
    private const string Student = "900100001";

    private readonly College _college = new();
    private readonly Campus _campus = new(Milestones.LacNord);
    private readonly OutsideCredentials _outside;

    public OutsideCredentialTests() => _outside = new(new CredentialVerifier(_college, _campus.Time), _campus.Recognitions, _campus.Time);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task With_the_institution_s_own_it_makes_the_milestone_whichever_comes_first(bool isFirst)
    {
        if (isFirst)
            await Bring(Badge());
        await Earn();
        if (!isFirst)
            await Bring(Badge());

        var award = Nurse.Awards.ShouldHaveSingleItem();
        award.State.ShouldBe(AwardState.Valid);
        award.Decision.Rules.ShouldContain(rule =>
            rule.Rule == RuleName.Stack && rule.Input == 35 && rule.Evidence!.Contains(SampleBadges.Least().Id!));
        Nurse
            .Parts.Single(part => part.Code == Milestones.Wounds)
            .ValidUntil!.Value.ShouldBe(SampleBadges.From.AddYears(2), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task It_counts_once_however_often_it_is_brought()
    {
        await Earn();
        for (var times = 0; times < 3; times++)
        {
            (await Bring(Badge())).Verdict.ShouldBe(RecognitionVerdict.Counts);
            _campus.Time.Advance(TimeSpan.FromDays(1));
        }

        Nurse.Parts.Count.ShouldBe(2);
        Nurse.Awards.ShouldHaveSingleItem().Revision.ShouldBe(0);
        _campus.Outside.Cards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_badges_for_one_place_in_the_stack_fill_it_once()
    {
        await Bring(Badge());
        await Bring(Badge(id: "urn:uuid:2b0f0f3e-6a0e-4b7e-9d52-5f0e2a6f5a11"));
        Nurse.Decision!.Rules.Single(rule => rule.Rule == RuleName.Stack).Input.ShouldBe(20);
    }

    [Fact]
    public async Task What_has_expired_does_not_count() =>
        await Refused(Badge(change: badge => badge with { ValidUntil = SampleBadges.From.AddDays(30) }), RecognitionVerdict.NotVerified);

    [Fact]
    public async Task What_another_key_signed_does_not_count() =>
        await Refused(_college.Sign(Unsigned().ToUtf8(), _college.OtherKey), RecognitionVerdict.NotVerified);

    [Fact]
    public async Task What_cannot_be_read_does_not_count() => await Refused("no credential"u8.ToArray(), RecognitionVerdict.Unreadable);

    [Fact]
    public async Task An_achievement_that_is_not_on_the_list_does_not_count() =>
        await Refused(
            Badge(change: badge =>
                badge with
                {
                    CredentialSubject = badge.CredentialSubject with
                    {
                        Achievement = badge.CredentialSubject.Achievement with { Id = "https://hub.example.ca/achievements/nordet/other" },
                    },
                }),
            RecognitionVerdict.NotRecognised);

    [Fact]
    public async Task An_issuer_that_is_not_on_the_list_does_not_count()
    {
        var stranger = Milestones.LacNord with
        {
            Recognised = Milestones.LacNord.Recognised.ToDictionary(
                one => one.Key,
                one => one.Value with { Issuer = "did:web:other.example.ca" }),
        };
        (await _outside.BringOwn(stranger, await Learner(), Badge(), default)).Verdict.ShouldBe(RecognitionVerdict.NotRecognised);
        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task One_that_names_somebody_else_by_address_counts_for_neither()
    {
        await Refused(Badge(email: "autre@example.ca"), RecognitionVerdict.NamesSomebodyElse);
        (
            await _outside.BringFor(Milestones.LacNord, await Learner(), Badge(email: "autre@example.ca"), address: null, default)
        ).Verdict.ShouldBe(RecognitionVerdict.NamesSomebodyElse);
    }

    [Fact]
    public async Task The_registrar_states_the_address_under_which_the_other_house_knows_the_person()
    {
        var recognised = await _outside.BringFor(
            Milestones.LacNord,
            await Learner(),
            Badge(email: "maelle@maison.example.ca"),
            "Maelle@Maison.example.ca",
            default);
        (recognised.Verdict, recognised.For!.Single().Code).ShouldBe((RecognitionVerdict.Counts, "nurse"));
    }

    [Fact]
    public async Task One_that_names_nobody_counts_on_the_registrar_s_word_and_not_on_the_learner_s()
    {
        var nameless = Badge(change: badge => badge with { CredentialSubject = badge.CredentialSubject with { Identifier = null } });
        await Refused(nameless, RecognitionVerdict.NamesNobody);
        (await _outside.BringFor(Milestones.LacNord, await Learner(), nameless, address: null, default)).Verdict.ShouldBe(
            RecognitionVerdict.Counts);
    }

    [Theory]
    [InlineData("Maelle A. TREMBLAY", RecognitionVerdict.Counts)]
    [InlineData("Tremblay, Maëlle", RecognitionVerdict.Counts)]
    [InlineData("Jean Tremblay", RecognitionVerdict.NamesSomebodyElse)]
    public async Task A_name_that_contradicts_is_refused_also_from_the_registrar(string name, RecognitionVerdict verdict)
    {
        var named = Badge(change: badge =>
            badge with
            {
                CredentialSubject = badge.CredentialSubject with
                {
                    Identifier =
                    [
                        new()
                        {
                            IdentityType = "name",
                            Hashed = false,
                            IdentityHash = name,
                        },
                    ],
                },
            });
        (await _outside.BringFor(Milestones.LacNord, await Learner(), named, address: null, default)).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public async Task What_its_issuer_revokes_afterwards_puts_the_milestone_in_question_when_it_is_brought_again()
    {
        await Earn();
        await Bring(Badge());
        _campus.Time.Advance(TimeSpan.FromDays(1));
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);

        (await Bring(Badge())).Verdict.ShouldBe(RecognitionVerdict.NotVerified);

        Nurse.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.InQuestion);
        Timeline.State(Nurse.Timeline).ShouldBe(AwardState.InQuestion);
    }

    [Fact]
    public async Task What_was_revoked_before_it_was_ever_brought_leaves_no_trace()
    {
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        await Refused(Badge(), RecognitionVerdict.NotVerified);
        _campus.Storage.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revocation_that_a_forger_tells_of_ends_nothing()
    {
        await Earn();
        await Bring(Badge());
        _campus.Time.Advance(TimeSpan.FromDays(1));
        _college.Mark(SampleBadges.Lists.Revocation, StatusPurposes.Revocation, 23);
        await Bring(_college.Sign(Unsigned().ToUtf8(), _college.OtherKey));
        Nurse.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Valid);
    }

    [Fact]
    public async Task It_fulfils_a_prerequisite_that_names_it()
    {
        var asks = Milestones.LacNord.MicroCredentials[OneInstitution.WaterSampling.Code] with { Prerequisites = [Milestones.Wounds] };
        var lac = Milestones.LacNord with { MicroCredentials = new Dictionary<string, MicroCredential> { [asks.Code] = asks } };
        var campus = new Campus(lac);
        var outside = new OutsideCredentials(new CredentialVerifier(_college, campus.Time), campus.Recognitions, campus.Time);
        await campus.Deliver(OneInstitution.Assessed(90));
        await campus.Work();
        campus.Attention.ShouldContain(item => item.Cause is PrerequisiteMissing);

        await outside.BringOwn(lac, (await campus.Recognitions.Student(lac, Student, default))!, Badge(), default);
        await campus.Work();

        campus.Award!.State.ShouldBe(AwardState.Valid);
        campus.Attention.ShouldNotContain(item => item.Cause is PrerequisiteMissing);
    }

    [Fact]
    public async Task A_milestone_that_is_newer_than_its_parts_finds_those_that_are_held()
    {
        await EarnBeforeTheMilestone();
        await Bring(Badge());
        Nurse.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Valid);
        Nurse.Parts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_erased_is_not_held()
    {
        await EarnBeforeTheMilestone();
        await _campus.Storage.Erase(_campus.Dossier.Id, _campus.Time.GetUtcNow(), default);
        await Bring(Badge());
        Nurse.Parts.ShouldHaveSingleItem().Code.ShouldBe(Milestones.Wounds);
    }

    [Fact]
    public async Task A_merged_learner_takes_it_along()
    {
        await Earn();
        await Bring(Badge());
        _campus.Time.Advance(TimeSpan.FromDays(1));
        await _campus.Awards.Merge(OneInstitution.Id, Student, "900100002", default);
        await _campus.Work();

        var into = (await _campus.Recognitions.Student(Milestones.LacNord, "900100002", default))!;
        var nurse = await _campus.Storage.Read(DossierId.Of(OneInstitution.Id, into.Id, "nurse"), default);
        nurse.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Valid);
        Nurse.Awards.ShouldHaveSingleItem().State.ShouldBe(AwardState.Revoked);
    }

    public void Dispose() => _college.Dispose();

    private Dossier Nurse => _campus.Storage.All.First(dossier => dossier.Parts.Count > 0);

    private async Task<Learner> Learner() => (await _campus.Recognitions.Student(Milestones.LacNord, Student, default))!;

    private async Task Earn()
    {
        await _campus.Deliver(OneInstitution.Assessed(90));
        await _campus.Work();
    }

    /// <summary>The milestone's message is lost, as where the catalogue had no milestone then.</summary>
    private async Task EarnBeforeTheMilestone()
    {
        await _campus.Deliver(OneInstitution.Assessed(90));
        await _campus.WorkOnce();
        _campus.LoseMessages();
        _campus.Storage.All.ShouldHaveSingleItem();
    }

    private async Task<Recognised> Bring(byte[] badge)
    {
        var recognised = await _outside.BringOwn(Milestones.LacNord, await Learner(), badge, default);
        await _campus.Work();
        return recognised;
    }

    private async Task Refused(byte[] badge, RecognitionVerdict verdict)
    {
        (await _outside.BringOwn(Milestones.LacNord, await Learner(), badge, default)).Verdict.ShouldBe(verdict);
        _campus.Waiting.ShouldBe(0);
    }

    private byte[] Badge(
        string email = $"{Student}@example.ca",
        string? id = null,
        Func<AchievementCredential, AchievementCredential>? change = null)
    {
        var badge = Unsigned(email, id);
        return _college.Sign((change?.Invoke(badge) ?? badge).ToUtf8());
    }

    private static AchievementCredential Unsigned(string email = $"{Student}@example.ca", string? id = null)
    {
        var full = SampleBadges.Full();
        return full with
        {
            Id = id ?? full.Id,
            CredentialSubject = full.CredentialSubject with
            {
                Identifier =
                [
                    new()
                    {
                        IdentityType = "emailAddress",
                        IdentityHash = RecipientHash.Of(email, "salt"),
                        Salt = "salt",
                    },
                ],
            },
        };
    }
}
