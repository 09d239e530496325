using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Sandbox.Campus;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>
/// A hub that issues under its public address, <c>https://hub.example.ca</c>, with other people's verifiers and ours beside it.
/// </summary>
public sealed partial class PublicHub : RunningHub
{
    internal const string Address = "https://hub.example.ca";
    internal const string Did = "did:web:hub.example.ca:issuers:lacnord";

    /// <summary>The course whose micro-credential has texts in many scripts.</summary>
    internal const string ManyScripts = "IAR140";

    internal const string French = "Œuvre d’été® : ᐃᓄᒃᑎᑐᑦ, naïveté & <données> العربية";
    internal const string English = "Résumé® of œuvres \"ᐃᓄᒃᑎᑐᑦ\" — שלום \\ العربية 𐐷";

    private IssuedCredential? _shared;

    internal NodeVerifiers Theirs { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Theirs = await NodeVerifiers.Start(Address, Settings["urls"]);
    }

    public override async ValueTask DisposeAsync()
    {
        if (Theirs is not null)
            await Theirs.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Our verifier, as a stranger runs it: it fetches all from the hub.</summary>
    internal CredentialVerifier Ours(DateTimeOffset? now = null) =>
        new(new PublishedDocuments(Anybody), now is { } then ? new FakeTimeProvider(then) : TimeProvider.System);

    internal async Task<VerificationReport> VerifiedByUs(byte[] file, DateTimeOffset? now = null) =>
        await Ours(now).Verify(file, CancellationToken.None);

    /// <summary>Lets a learner finish a course and waits for the credential.</summary>
    internal async Task<IssuedCredential> Issue(Learner learner, string course = "CYB120")
    {
        await Complete(learner, course);
        var award = await AwardOf(learner, award => award.Step("badge")?.State == "done");
        return await Of(award.Id, award.Credential!);
    }

    /// <summary>The credential of an award at its public page.</summary>
    internal async Task<IssuedCredential> Of(string award, Uri page) => new(
        award,
        page.Segments[^1],
        JsonNode.Parse(await Anybody.GetStringAsync($"{page.AbsolutePath}.json"))!.AsObject(),
        await Anybody.GetStringAsync($"{page.AbsolutePath}.jwt"));

    /// <summary>One that expires, which nobody may change: for tests that only look.</summary>
    internal async Task<IssuedCredential> Shared() => _shared ??= await Issue("RCR101");

    internal Task<IssuedCredential> Issue(string course = "CYB120") => Issue(Campus.NewLearner(), course);

    /// <summary>Opens a page for its antiforgery field, then sends a form as a browser would.</summary>
    internal async Task<HttpResponseMessage> Post(string page, string action, params (string Name, byte[] Value)[] fields)
    {
        var field = AntiforgeryField().Match(await Anybody.GetStringAsync(page)).Groups;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(field["value"].Value)), field["name"].Value },
        };
        foreach (var (name, value) in fields)
            form.Add(new ByteArrayContent(value), name, "badge");
        return await Anybody.PostAsync(action, form);
    }

    internal Learner Named(string given) => Campus.Of<CampusData>().Learners.First(learner => learner.Given == given);

    protected override string Institution(string yaml) => yaml;

    protected override string MicroCredential(string code, string yaml) => code == "responsible-ai"
            ? yaml.Replace(
                    "fr: Intelligence artificielle responsable",
                    $"fr: '{French.Replace("'", "''", StringComparison.Ordinal)}'",
                    StringComparison.Ordinal)
                .Replace(
                    "en: Responsible Artificial Intelligence",
                    $"en: '{English.Replace("'", "''", StringComparison.Ordinal)}'",
                    StringComparison.Ordinal)
            .Replace("fr: en ligne", "fr: \"en ligne — ᖃᕆᓴᐅᔭᒃᑯᑦ · على الإنترنت\\u200f\"", StringComparison.Ordinal)
        : yaml;

    protected override void Adjust(Dictionary<string, string> settings) =>
        (settings["PublicBaseUrl"], settings["DidHost"]) = (Address, "hub.example.ca");

    [GeneratedRegex("<input[^>]*name=\"(?<name>__RequestVerificationToken)\"[^>]*value=\"(?<value>[^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}

/// <summary>A credential as anybody gets it from the hub.</summary>
internal sealed record IssuedCredential(string Award, string Id, JsonObject Json, string Jwt)
{
    public string Path => $"/credentials/{Id}";

    public JsonNode Status => Json["credentialStatus"]!;

    public byte[] Bytes => System.Text.Encoding.UTF8.GetBytes(Json.ToJsonString());
}

/// <summary>Tests that share the hub with public addresses.</summary>
[CollectionDefinition(nameof(OnePublicHub))]
public sealed class OnePublicHub : ICollectionFixture<PublicHub>;
