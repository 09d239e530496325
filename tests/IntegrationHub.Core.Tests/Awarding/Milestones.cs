using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Testing.Pipeline;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>A college whose milestone stacks its own micro-credential and one from another institution.</summary>
internal static class Milestones
{
    public const string Wounds = "wounds";

    public static MicroCredential Nurse { get; } = OneInstitution.WaterSampling with
    {
        Code = "nurse",
        Assessment = null,
        Offerings = [],
        Stacks = [new(StackMeasure.Hours, 35, [new([OneInstitution.WaterSampling.Code]), new([Wounds])])],
    };

    public static Institution LacNord { get; } =
        OneInstitution.Only with
        {
            Recognised = new Dictionary<string, RecognisedCredential>
            {
                [Wounds] = new(
                    Wounds,
                    new("Soins de plaies", "Wound Care"),
                    SampleBadges.Issuer,
                    [SampleBadges.Least().CredentialSubject.Achievement.Id!],
                    Hours: 20),
            },
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                [OneInstitution.WaterSampling.Code] = OneInstitution.WaterSampling with
                {
                    Summary = OneInstitution.WaterSampling.Summary with { Hours = 15 },
                },
                [Nurse.Code] = Nurse,
            },
        };
}
