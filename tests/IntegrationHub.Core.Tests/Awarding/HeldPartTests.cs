using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Tests.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>What an award is worth to a milestone, as it stands.</summary>
public sealed class HeldPartTests
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Award Award = StepScene.Award(
        StepScene.Step(StepName.Badge, IntegrationHub.Core.Model.Awards.CredentialStatus.Valid)) with
    {
        MicroCredential = "water-sampling",
        StateSince = Since,
        Revision = 4,
        ValidUntil = Since.AddYears(1),
    };

    [Theory]
    [InlineData(AwardState.Valid, false, false)]
    [InlineData(AwardState.InQuestion, false, false)]
    [InlineData(AwardState.AwaitingApproval, true, true)]
    [InlineData(AwardState.Declined, true, true)]
    [InlineData(AwardState.Suspended, true, false)]
    [InlineData(AwardState.Revoked, true, false)]
    public void What_is_held_or_taken_back_counts_only_until_then(AwardState state, bool ends, bool fromTheBeginning) =>
        HeldCredentials
            .Of(OneInstitution.Only, Award with { State = state })
            .Ended.ShouldBe(
                !ends ? null
                : fromTheBeginning ? Award.Earned
                : Since);

    [Fact]
    public void A_part_carries_key_revision_dates_and_what_the_version_it_was_earned_in_is_worth()
    {
        var institution = OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["water-sampling"] = OneInstitution.WaterSampling with
                {
                    Earlier =
                    [
                        OneInstitution.WaterSampling with
                        {
                            Version = 1,
                            Summary = OneInstitution.WaterSampling.Summary with { Hours = 15, Credits = 0.5m },
                        },
                    ],
                },
            },
        };

        HeldCredentials
            .Of(institution, Award)
            .ShouldBe(new StackedCredential("water-sampling", Award.Id.ToString(), 4, Award.Earned, Since.AddYears(1), null, 15, 0.5m));
        HeldCredentials
            .Of(OneInstitution.Only, Award)
            .ShouldSatisfyAllConditions(part => part.Hours.ShouldBe(0), part => part.Credits.ShouldBe(0));
        HeldCredentials.Of(OneInstitution.Only, Award with { MicroCredential = "gone" }).Hours.ShouldBe(0);
        HeldCredentials.Of(OneInstitution.Only, Award with { State = AwardState.Revoked, StateSince = null }).Ended.ShouldBe(Award.Earned);
    }
}
