using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.Testing.OpenBadges;

/// <summary>Badges of an invented college.</summary>
internal static class SampleBadges
{
    public const string Issuer = "did:web:hub.example.ca:issuers:nordet";

    public static readonly DateTimeOffset From = new(2026, 5, 4, 13, 0, 0, 456, TimeSpan.FromHours(-4));

    public static AchievementCredential Least() => new()
    {
        Id = "https://hub.example.ca/credentials/nordet-aaaaaaaaaaaaaaaaaaaaaaaaaa",
        Name = "Soins de plaies",
        Issuer = new() { Id = Issuer, Name = "Collège du Nordet" },
        ValidFrom = From,
        CredentialSubject = new()
        {
            Id = "urn:uuid:0f0b7c1e-3d8e-4b52-9a75-2a3a0f8f8f11",
            Achievement = new()
            {
                Id = "https://hub.example.ca/achievements/nordet/soins",
                Name = "Soins de plaies",
                Description = "Évaluer et traiter une plaie.",
                Criteria = new() { Narrative = "Réussir l’évaluation avec 80 %." },
            },
        },
    };

    public static AchievementCredential Full()
    {
        var least = Least();
        return least with
        {
            Name = "Œuvres d’été ® ᐃᓄᒃᑎᑐᑦ شهادة",
            Image = new() { Id = "https://hub.example.ca/credentials/x.png", Caption = "Soins" },
            AwardedDate = From,
            ValidUntil = From.AddYears(2),
            Evidence = [new() { Id = "https://example.ca/portfolio/1", Name = "Portfolio" }],
            CredentialSchema = [new() { Id = SchemaAddress.Achievement }],
            CredentialStatus =
            [
                StatusList.Entry(Lists.Revocation, StatusPurposes.Revocation, 23),
                StatusList.Entry(Lists.Suspension, StatusPurposes.Suspension, 23),
            ],
            CredentialSubject = least.CredentialSubject with
            {
                Identifier =
                    [new() { IdentityType = "emailAddress", IdentityHash = RecipientHash.Of("a@example.ca", "salt"), Salt = "salt" }],
                ActivityStartDate = From.AddDays(-30),
                ActivityEndDate = From,
                CreditsEarned = 0.5m,
                Result = [new() { ResultDescription = "urn:uuid:8b6ff0d8-29f3-4ab6-a5ac-66e3e3c83a40", Value = "92" }],
                Achievement = least.CredentialSubject.Achievement with
                {
                    AchievementType = "MicroCredential",
                    InLanguage = "fr-CA",
                    CreditsAvailable = 3,
                    HumanCode = "SOI-101",
                    Tag = ["soins", "plaies"],
                    Alignment = [new() { TargetName = "Pansement", TargetUrl = "https://example.ca/esco/1", TargetType = "CTDL" }],
                    Related = [new() { Id = "https://hub.example.ca/achievements/nordet/wounds", InLanguage = "en" }],
                    ResultDescription =
                    [
                        new()
                        {
                            Id = "urn:uuid:8b6ff0d8-29f3-4ab6-a5ac-66e3e3c83a40",
                            Name = "Note",
                            ResultType = "Percent",
                            ValueMin = "0",
                            ValueMax = "100",
                            RequiredValue = "80",
                        },
                    ],
                },
            },
        };
    }

    public static class Lists
    {
        public static readonly Uri Revocation = new("https://hub.example.ca/status/nordet/revocation");
        public static readonly Uri Suspension = new("https://hub.example.ca/status/nordet/suspension");
    }
}
