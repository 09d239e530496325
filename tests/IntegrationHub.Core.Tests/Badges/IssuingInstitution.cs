using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.Testing.Pipeline;

namespace IntegrationHub.Core.Tests.Badges;

/// <summary>The college of the pipeline's tests, issuing from the hub under <c>hub.example.ca</c>.</summary>
internal sealed class IssuingInstitution : IInstitutions
{
    public static Dictionary<string, string> Secrets { get; } = NewSecrets(NewKeys.Generate());

    public Institution Institution { get; init; } = Make();

    public IReadOnlyCollection<Institution> All => [Institution];

    public IReadOnlyCollection<string> Names => [Institution.Id];

    public static Connection Hub { get; } = new()
    {
        Role = ConnectionRole.Badges,
        Kind = "hub",
        IsTheHub = true,
        Settings = new Dictionary<string, string>(),
        Secrets = new Dictionary<string, string>(),
    };

    public static Dictionary<string, string> NewSecrets(NewKeys keys) => new()
    {
        ["LACNORD_PEPPER"] = "a pepper of more than sixteen letters",
        ["ED25519"] = keys.Ed25519Seed,
        ["RSA"] = keys.RsaPkcs8,
    };

    public InstitutionState Find(string id, out Institution? institution)
    {
        institution = id == Institution.Id ? Institution : null;
        return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
    }

    private static Institution Make()
    {
        new OneInstitution().Find(OneInstitution.Id, out var one);
        return one! with
        {
            Issuer = new()
            {
                Did = "did:web:hub.example.ca:issuers:lacnord",
                Url = new("https://www.lacnord.example.ca"),
                Ed25519 = "ED25519",
                Rsa = "RSA",
            },
            Connections = new Dictionary<ConnectionRole, Connection>(one.Connections) { [ConnectionRole.Badges] = Hub },
            MicroCredentials = new Dictionary<string, MicroCredential> { ["water"] = Water },
        };
    }

    private static MicroCredential Water { get; } =
        new()
        {
            Code = "water",
            Version = 1,
            Summary = new()
            {
                Title = new("Cœur de l’eau® ᐃᓄᒃᑎᑐᑦ", "Heart of Water® ᐃᓄᒃᑎᑐᑦ"),
                Description = new("Traiter l’eau.", "Treat water. مياه"),
                LearningOutcomes =
                [
                    new(
                        new("Prélever.", "Sample."),
                        [new("OSN", "W-1", new("Prélever l’eau", "Sample water"), new("https://skills.example.ca/w-1"))]),
                    new(new("Doser.", "Dose."), []),
                ],
                Credits = 0.5m,
                Hours = 15,
                AssessmentType = new("épreuve pratique", "practical test"),
                QualityAssurance = new(new("Comité", "Committee"), new("https://quality.example.ca")),
            },
            Assessment = new(80, EnforcedByLms: false),
            Record = new(RecordTargetKind.None),
            Badge = new(),
            Validity = new(36),
            Offerings = [new("lms", "4101", "7101", new(new(2026, 1, 12), new(2026, 1, 30)))],
        };
}
