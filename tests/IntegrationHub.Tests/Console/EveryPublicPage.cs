using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Console.Credentials;
using IntegrationHub.Console.Learners;
using IntegrationHub.Console.Messages;
using IntegrationHub.Console.Verifying;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Console;
using IntegrationHub.Tests.Console.Verifying;

namespace IntegrationHub.Tests.Console;

/// <summary>All pages for everybody and for learners, filled as far as they can be.</summary>
internal static class EveryPublicPage
{
    private const string Signed =
        """
        {"credentialSubject":{"achievement":{"version":"2","name":"Traitement de l’eau","description":"…",
         "criteria":{
          "narrative":"**Type d’évaluation :** examen\n\n**Assurance de la qualité :** [Commission](https://qualite.example.ca/)"},
        "resultDescription":[{"resultType":"Status","name":"Prélever","alignment":[{"targetName":"eau",
        "targetUrl":"https://esco.example.ca/1","targetFramework":"ESCO"}]}]}}}
        """;

    private static readonly CredentialId Id = CredentialId.Parse("lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static readonly PublicAddresses Addresses = new(new("https://hub.example.ca"));

    public static CredentialView View { get; } =
        new(
            new()
            {
                Id = Id,
                Award = AwardId.Parse("lacnord-k3j9-0"),
                Holder = new(PublicSamples.Maika.Id, PublicSamples.Water.Code, "fr", "urn:uuid:1", "salt"),
                Documents = new(Signed.Replace("\"2\"", "\"3\"", StringComparison.Ordinal), "e.y.J"),
                Digest = "00",
                Status = new(0, 1),
                Awarded = PublicHub.Earned,
                Issued = PublicHub.Issued,
                ValidUntil = PublicHub.Earned.AddYears(2),
            },
            PublicSamples.LacNord,
            PublicSamples.Water,
            new()
            {
                Credential = Id,
                Learner = PublicSamples.Maika.Id,
                Award = AwardId.Parse("lacnord-k3j9-0"),
                MicroCredential = PublicSamples.Water.Code,
                Issued = PublicHub.Issued,
            },
            "ᐊᐳᑎ الخوري");


    public static async Task<IReadOnlyList<string>> In(string language)
    {
        var suspended = View with
        {
            Credential = View.Credential with { Standing = CredentialStatus.Suspended, Reason = "…", StandingSince = PublicHub.Issued },
        };
        var revoked = View with
        {
            Credential = View.Credential with { Standing = CredentialStatus.Revoked, Reason = "…", StandingSince = PublicHub.Issued },
        };
        var signed = View with { Credential = View.Credential with { Documents = new(Signed, "") } };
        var accepted = View with
        {
            Holding = View.Holding! with
            {
                Accepted = PublicHub.Issued,
                ShowsName = true,
                Shares = new Dictionary<SharePlace, int> { [SharePlace.Link] = 2 },
            },
        };
        var withdrawn = View with { Holding = View.Holding! with { Withdrawn = PublicHub.Issued } };
        var erased = View with
        {
            Credential = View.Credential.Erase(PublicHub.Issued),
            MicroCredential = null,
            Holding = null,
            HolderName = null,
        };
        return
        [
            .. await Task.WhenAll(
                new[] { View, suspended, revoked, signed, signed with { MicroCredential = null }, erased }.Select(view =>
                    Credential(language, view))),
            await Holder(language, View, null),
            await Holder(language, accepted, SharePlace.Email),
            await Holder(language, accepted, SharePlace.Link),
            await Holder(language, withdrawn, null),
            await Holder(language, View with { Institution = Recognising }, null),
            await Pages.Render<WithdrawPage>(language, ("View", Of(View)), ("Links", Links)),
            await Pages.Render<RecordRefusedPage>(language, ("View", Of(View)), ("Links", Links), ("Brought", Brought)),
            await Pages.Render<RecognitionRefusedPage>(
                language,
                ("View", Of(View)),
                ("Links", Links),
                ("Why", "recognition.NotVerified"),
                ("Report", Reports.Mixed)),
            await Pages.Render<VerifyPage>(language, ("Problem", VerifyProblem.TooLarge), ("Link", "https://example.ca/1")),
            await Pages.Render<VerifyPage>(language, ("Report", Reports.Passed), ("Own", suspended)),
            await Pages.Render<VerifyPage>(language, ("Report", Reports.Mixed)),
            await Pages.Render<PublicMessagePage>(language, ("Title", "…"), ("Text", "…")),
            await Pages.Render<AwardPage>(language, ("View", Samples.View()), ("Credential", View)),
            await Pages.Render<AwardPage>(language, ("View", Samples.View()), ("Credential", suspended)),
            await Pages.Render<AwardPage>(language, ("View", Samples.View()), ("Credential", revoked)),
        ];
    }

    private static Institution Recognising => PublicSamples.LacNord with
    {
            Recognised = new Dictionary<string, RecognisedCredential>
            {
                ["rivers"] = new("rivers", new("Eaux", "Waters"), "did:web:rivers.example.ca", []),
            },
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["certificate"] = PublicSamples.FirstAid with { Code = "certificate", Prerequisites = ["rivers"] },
            },
    };

    private static IReadOnlyList<BroughtBadge> Brought =>
    [
        new("a.json", "{}"u8.ToArray(), Reports.Passed, null),
        new("b.jwt", "{}"u8.ToArray(), Reports.Passed, null),
        new("c.json", "{}"u8.ToArray(), Reports.Mixed, null),
    ];

    private static HolderLinks Links => new("lacnord-aaaaaaaaaaaaaaaaaaaaaaaaaa-token", id => $"{id}-token", Addresses);

    private static HolderView Of(CredentialView view) =>
        new(
            view,
            [view, View with { Credential = View.Credential with { Id = CredentialId.Parse("lacnord-bbbbbbbbbbbbbbbbbbbbbbbbbb") } }],
            PublicSamples.Maika,
            []);

    private static Task<string> Credential(string language, CredentialView view) =>
        Pages.Render<CredentialPage>(language, ("View", view), ("Addresses", Addresses));

    private static Task<string> Holder(string language, CredentialView view, SharePlace? shared) =>
        Pages.Render<HolderPage>(language, ("View", Of(view)), ("Links", Links), ("Shared", shared));
}
