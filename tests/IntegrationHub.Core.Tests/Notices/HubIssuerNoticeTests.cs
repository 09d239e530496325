using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Steps;
using IntegrationHub.Core.Texts;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>Where the hub itself issues, the learner's messages bear the private link.</summary>
public sealed class HubIssuerNoticeTests
{
    private static readonly CredentialId Credential = new(OneInstitution.Id, new('a', 26));
    private static readonly ClaimLink Claims = new(
        new OneInstitution(),
        new FakeSecrets(new Dictionary<string, string> { ["LACNORD_PEPPER"] = "a pepper for tests only" }));


    private readonly NoticeComposer _composer = new(new(new("https://hub.example.ca")), Claims);
    private readonly StepScene _scene = new();

    private static Uri Link => new($"https://hub.example.ca/learner/{Claims.Token(Credential)}");

    [Fact]
    public void The_first_message_bears_the_private_link_and_says_that_it_is_private()
    {
        var message = _composer.Earned(Context(), Orders.Fresh("", "maelle@example.ca").Learner);

        message.Link.ShouldBe(Link);
        message.Paragraphs[2].ShouldBe(Text.In("fr", "mail.earned.claim"));
    }

    [Fact]
    public void The_survey_is_opened_through_the_private_link_so_that_it_can_be_counted()
    {
        _scene.MicroCredential = OneInstitution.WaterSampling with { Survey = new("https://survey.example.ca/water") };
        _composer.Earned(Context(), Orders.Fresh("", "maelle@example.ca").Learner).Paragraphs[3].ShouldEndWith($"{Link}/survey");
    }

    [Fact]
    public void A_message_about_a_change_bears_it_too() =>
        _composer.Changed(Context(CredentialStatus.Suspended), Orders.Fresh("", "maelle@example.ca").Learner).Link.ShouldBe(Link);

    [Fact]
    public async Task Who_has_no_address_or_is_erased_gets_no_message_and_a_person_is_told_the_remedy()
    {
        var learner = Orders.Fresh("", "maelle@example.ca").Learner;
        Should
            .Throw<OutsideException>(() => _composer.Earned(Context(), learner with { Email = null }))
            .Message.ShouldStartWith("The SIS has no email address for this learner.");
        var work = new LearnerWork(_scene.Learners, [_scene.Outside], _composer);
        await _scene.Storage.Erase(OneInstitution.Id, learner.Id, default);
        var mail = Context() with
        {
            Connection = StepScene.Institution.Connections[IntegrationHub.Core.Model.Institutions.ConnectionRole.Mail],
        };

        (await Should.ThrowAsync<OutsideException>(() => work.Do(mail, default))).Message.ShouldBe(
            "The learner’s data was erased. Nothing more can be done for this award.");
        (await work.Do(mail with { Step = mail.Step with { Goal = CredentialStatus.Revoked } }, default)).State.ShouldBe(
            StepState.Done,
            "of a change an erased learner need not hear");
        _scene.Outside.Mails.ShouldBeEmpty();
    }

    private StepContext Context(CredentialStatus goal = CredentialStatus.Valid)
    {
        var context = _scene.Context(StepScene.Step(StepName.Learner, goal));
        return context with
        {
            Award = context.Award with
            {
                Steps =
                [
                    .. context.Award.Steps.Select(step =>
                        step.Name == StepName.Badge ? step with { Reference = Credential.ToString() } : step),
                ],
            },
        };
    }
}
