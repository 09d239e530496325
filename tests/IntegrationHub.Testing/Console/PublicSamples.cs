using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Testing.Console;

/// <summary>An invented college that issues its own credentials.</summary>
internal static class PublicSamples
{
    public static readonly MicroCredential Water = new()
    {
        Code = "water-treatment",
        Version = 3,
        Summary = new()
        {
            Title = new("Traitement de l’eau potable en petite collectivité", "Small Community Water Treatment"),
            Description = new(
                "Exploiter et surveiller une petite station de traitement de l’eau potable, du prélèvement à la désinfection.",
                "Operate and monitor a small drinking water plant, from sampling to disinfection."),
            LearningOutcomes =
            [
                new(
                    new("Prélever des échantillons et en assurer la traçabilité.", "Take samples and keep their chain of custody."),
                    [
                        new(
                            "ESCO",
                            "S1.2",
                            new("prélever des échantillons d’eau", "collect water samples"),
                            new("https://esco.example.ca/skill/1")),
                    ]),
                new(new("Régler le dosage du chlore d’après les mesures.", "Adjust chlorine dosage from measurements."), []),
            ],
            Participation = new("en ligne et sur place", "online and on site"),
            Credits = 2,
            Hours = 30.5m,
            Prerequisites = new("mathématiques de la 10ᵉ année", "Grade 10 mathematics"),
            Resources = new("manuel de l’exploitant, station-école", "operator’s manual, training plant"),
            AssessmentType = new("évaluation pratique à la station-école", "practical assessment at the training plant"),
            Supervision = new("surveillée; identité vérifiée par carte", "supervised; identity checked by card"),
            QualityAssurance = new(
                new("Commission d’évaluation de la qualité", "Quality Assessment Board"),
                new("https://qualite.example.ca/")),
            Outcome = new("crédits et insigne numérique", "credits and digital badge"),
            Stacking = new(
                "donne deux crédits du certificat en exploitation de réseaux d’eau",
                "gives two credits of the certificate in water system operation"),
        },
        Assessment = new(80, EnforcedByLms: false),
        Record = new(RecordTargetKind.NonCourse),
        Badge = new(),
        Validity = new(24),
        Offerings = [new("canvas", "24", Period: new(new(2026, 1, 12), new(2026, 2, 27)))],
    };

    public static readonly MicroCredential FirstAid = Water with
    {
        Code = "first-aid",
        Summary = new() { Title = new("Premiers soins", "First Aid"), Description = new("Secourir.", "Help.") },
        Validity = null,
        Offerings = [],
    };

    public static readonly Learner Maika = new("l1", "p1", "20260001", "Maïka", "Okemaw", "maika@example.ca", "fr");

    public static readonly Learner Jana = new("l2", "p2", "20260002", "جنى", "الخوري", "jana@example.ca", "en");

    public static readonly Learner Aputi = new("l3", "p3", "20260003", "ᐊᐳᑎ", "ᐃᓄᒃᑎᑐᑦ", "aputi@example.ca", "en");

    private static readonly NewKeys Keys = NewKeys.Generate();
    private static readonly NewKeys NeighboursKeys = NewKeys.Generate();

    public static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["Lacnord:Pepper"] = "0123456789abcdef0123456789abcdef",
        ["Lacnord:Ed25519"] = Keys.Ed25519Seed,
        ["Lacnord:Rsa"] = Keys.RsaPkcs8,
        ["Rivieres:Pepper"] = "fedcba9876543210fedcba9876543210",
        ["Rivieres:Ed25519"] = NeighboursKeys.Ed25519Seed,
        ["Rivieres:Rsa"] = NeighboursKeys.RsaPkcs8,
    };

    public static readonly Institution LacNord = Samples.LacNord with
    {
        Name = new("Collège Lac-Nord", "North Lake College"),
        Issuer = new()
        {
            Did = "did:web:hub.example.ca:issuers:lacnord",
            Url = new("https://lacnord.example.ca/"),
            Ed25519 = "Lacnord:Ed25519",
            Rsa = "Lacnord:Rsa",
        },
        MicroCredentials = new Dictionary<string, MicroCredential> { [Water.Code] = Water, [FirstAid.Code] = FirstAid },
    };

    /// <summary>Another college of the same hub.</summary>
    public static readonly Institution Neighbour = LacNord with
    {
        Id = "rivieres",
        Name = new("Collège des Rivières", "Rivers College"),
        Pepper = "Rivieres:Pepper",
        Issuer = LacNord.Issuer! with
        {
            Did = "did:web:hub.example.ca:issuers:rivieres",
            Ed25519 = "Rivieres:Ed25519",
            Rsa = "Rivieres:Rsa",
        },
    };
}
