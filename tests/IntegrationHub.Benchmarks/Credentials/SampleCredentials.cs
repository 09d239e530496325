using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.Benchmarks.Credentials;

/// <summary>
/// The two credentials that are measured, of an invented college. Neither points to a status list: no side fetches anything.
/// </summary>
internal static class SampleCredentials
{
    public const string Did = "did:web:hub.example.ca:issuers:lacnord";
    private const string Achievement = "https://hub.example.ca/issuers/lacnord/achievements/soins-plaies/1/fr";

    public static readonly DateTimeOffset Issued = new(2025, 5, 4, 13, 0, 0, TimeSpan.Zero);

    /// <summary>No more than the basic Open Badge has: 13 quads.</summary>
    public static AchievementCredential Small { get; } = new()
    {
        Context = [ContextAddress.Credentials, ContextAddress.OpenBadges],
        Id = "https://hub.example.ca/credentials/lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa",
        Issuer = new() { Id = Did },
        ValidFrom = Issued,
        CredentialSubject = new()
        {
            Id = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11",
            Achievement = new()
            {
                Id = Achievement,
                Name = "Soins de plaies",
                Description = "Évaluer une plaie, choisir un pansement et suivre la guérison.",
                Criteria = new() { Narrative = "Réussir l’évaluation sommative avec 80 % ou plus." },
            },
        },
    };

    /// <summary>In the shape of what the hub issues for a micro-credential: 63 quads.</summary>
    public static AchievementCredential Large { get; } =
        Small with
        {
            Context = ContextAddress.OpenBadge,
            Name = "Soins de plaies / Wound Care",
            Description = "Évaluer une plaie, choisir un pansement et suivre la guérison.",
            AwardedDate = Issued,
            Issuer = new()
            {
                Id = Did,
                Name = "Collège du Lac-Nord",
                Url = "https://lacnord.example.ca",
            },
            CredentialSubject = Small.CredentialSubject with
            {
                Identifier =
                [
                    new()
                    {
                        IdentityType = "emailAddress",
                        IdentityHash = RecipientHash.Of("camille.essai@example.ca", "sel"),
                        Salt = "sel",
                    },
                ],
                ActivityStartDate = Issued.AddDays(-30),
                ActivityEndDate = Issued.AddDays(-1),
                CreditsEarned = 0.5m,
                Result =
                [
                    new()
                    {
                        ResultDescription = Achievement + "#score",
                        Value = "92",
                        Status = "Completed",
                    },
                    new() { ResultDescription = Achievement + "#outcome-1", Status = "Completed" },
                ],
                Achievement = Small.CredentialSubject.Achievement with
                {
                    AchievementType = "MicroCredential",
                    Criteria = new() { Id = Achievement, Narrative = "Réussir l’évaluation sommative avec 80 % ou plus ; deux essais." },
                    Alignment =
                    [
                        new()
                        {
                            TargetName = "Traitement des plaies",
                            TargetUrl = "https://skills.example.ca/wound-care",
                            TargetCode = "WC-1",
                            TargetFramework = "Compétences de l’Ontario",
                        },
                    ],
                    CreditsAvailable = 0.5m,
                    FieldOfStudy = "Santé",
                    HumanCode = "soins-plaies",
                    InLanguage = "fr",
                    ResultDescription =
                    [
                        new()
                        {
                            Id = Achievement + "#score",
                            Name = "Résultat",
                            ResultType = "Percent",
                            ValueMin = "0",
                            ValueMax = "100",
                            RequiredValue = "80",
                        },
                        new()
                        {
                            Id = Achievement + "#outcome-1",
                            Name = "Choisir le pansement qui convient à la plaie",
                            ResultType = "Status",
                        },
                    ],
                    Tag = ["soins", "plaies"],
                    Version = "1",
                },
            },
            CredentialSchema = [new() { Id = SchemaAddress.Achievement }],
        };
}
