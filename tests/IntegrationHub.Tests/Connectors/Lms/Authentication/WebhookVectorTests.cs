using System.Text;
using System.Text.Json;
using IntegrationHub.Core.Lms;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Published vectors of signature schemes (samples/webhooks), where they lie beside the repository.</summary>
public sealed class WebhookVectorTests
{
    private static readonly JsonElement? Standard = Read("standard-webhooks-vectors.json");
    private static readonly JsonElement? Other = Read("other-signature-vectors.json");

    public static TheoryData<string> Cases => Standard is { } vectors
        ? [.. vectors.GetProperty("cases").EnumerateArray().Select(vector => vector.GetProperty("name").GetString()!)]
        : [""];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_standard_webhook_gets_the_stated_verdict(string name)
    {
        var vector = Present(Standard)
            .GetProperty("cases")
            .EnumerateArray()
            .Single(vector => vector.GetProperty("name").GetString() == name);
        (string, string)[] headers =
        [
            .. vector.GetProperty("headers").EnumerateObject().Select(header => (header.Name, header.Value.GetString()!)),
        ];

        var admission = await Check(
            "standardWebhooks",
            vector.GetProperty("secret").GetString()!,
            vector.GetProperty("now").GetInt64(),
            vector.GetProperty("payload").GetString()!,
            headers);


        switch (vector.GetProperty("expect").GetString())
        {
            case "accept":
                admission.ShouldBe(Admission.Admitted);
                break;
            case "reject":
                admission.ShouldBeOneOf(Admission.Missing, Admission.Wrong, Admission.OutOfTime);
                break;
            default:
                admission.ShouldBe(Admission.NoSecret);
                break;
        }
    }

    [Fact]
    public async Task Large_payloads_verify()
    {
        var first = Present(Standard).GetProperty("cases")[0];
        foreach (var vector in Present(Standard).GetProperty("largePayloads").EnumerateArray())
        {
            (string, string)[] headers =
            [
                .. first
                    .GetProperty("headers")
                    .EnumerateObject()
                    .Where(header => header.Name != "webhook-signature")
                    .Select(header => (header.Name, header.Value.GetString()!)),
                ("webhook-signature", vector.GetProperty("signature").GetString()!),
            ];

            (
                await Check(
                    "standardWebhooks",
                    first.GetProperty("secret").GetString()!,
                    first.GetProperty("now").GetInt64(),
                    new string('a', vector.GetProperty("length").GetInt32()),
                    headers)).ShouldBe(Admission.Admitted);
        }
    }

    [Fact]
    public async Task An_ed25519_signature_verifies_by_the_public_half_of_the_key()
    {
        var vector = Present(Standard).GetProperty("asymmetric");
        var publicHalf = Convert.ToBase64String(vector.GetProperty("signingKeyBase64").GetBytesFromBase64().AsSpan(32));
        var at = vector.GetProperty("timestamp").GetInt64();
        (string, string)[] headers =
        [
            ("webhook-id", vector.GetProperty("id").GetString()!),
            ("webhook-timestamp", $"{at}"),
            ("webhook-signature", vector.GetProperty("signature").GetString()!),
        ];
        var payload = vector.GetProperty("payload").GetString()!;

        (await Check("standardWebhooks", $"whpk_{publicHalf}", at, payload, headers)).ShouldBe(Admission.Admitted);
        (await Check("standardWebhooks", $"whpk_{publicHalf}", at, payload + " ", headers)).ShouldBe(Admission.Wrong);
    }

    [Fact]
    public async Task The_published_example_of_github_verifies()
    {
        var vector = Present(Other).GetProperty("github");

        (
            await Check(
                "githubSignature",
                vector.GetProperty("secret").GetString()!,
                0,
                vector.GetProperty("payload").GetString()!,
                (vector.GetProperty("header").GetString()!, vector.GetProperty("value").GetString()!))).ShouldBe(Admission.Admitted);
    }

    [Fact]
    public async Task The_example_in_the_style_of_stripe_verifies_within_its_tolerance()
    {
        var vector = Present(Other).GetProperty("stripeStyle");
        var (at, tolerance) = (vector.GetProperty("timestamp").GetInt64(), vector.GetProperty("toleranceSeconds").GetInt64());

        foreach (var (late, expected) in new[]
            {
                (0L, Admission.Admitted),
                (tolerance, Admission.Admitted),
                (tolerance + 1, Admission.OutOfTime),
            })
            (
                await Check(
                    "stripeSignature",
                    vector.GetProperty("secret").GetString()!,
                    at + late,
                    vector.GetProperty("payload").GetString()!,
                    (vector.GetProperty("header").GetString()!, vector.GetProperty("value").GetString()!))).ShouldBe(expected);
    }

    [Fact]
    public async Task Our_hmac_is_that_of_rfc_4231()
    {
        foreach (var vector in Present(Other).GetProperty("rfc4231").EnumerateArray())
        {
            var key = vector.TryGetProperty("key", out var text)
                ? text.GetString()!
                : Encoding.ASCII.GetString(Convert.FromHexString(vector.GetProperty("key_hex").GetString()!));

            (
                await Check(
                    "githubSignature",
                    key,
                    0,
                    vector.GetProperty("data").GetString()!,
                    ("X-Hub-Signature-256", $"sha256={vector.GetProperty("hmac_sha256").GetString()}"))).ShouldBe(Admission.Admitted);
        }
    }

    private static async Task<Admission> Check(string scheme, string secret, long now, string payload, params (string, string)[] headers)
    {
        var hub = new Hub(new Dictionary<string, string> { ["SECRET"] = secret }, new At(DateTimeOffset.FromUnixTimeSeconds(now)));
        await using (hub)
        {
            var source = new Checked(scheme).Source with
            {
                Secrets = new Dictionary<string, IntegrationHub.Core.Model.Institutions.InboundSecret> { ["secret"] = new("SECRET") },
            };
            return await hub.Authentication(scheme)
                .Check(source, Checked.Delivery(Encoding.UTF8.GetBytes(payload), headers), TestContext.Current.CancellationToken);
        }
    }

    private static JsonElement Present(JsonElement? vectors)
    {
        Assert.SkipWhen(vectors is null, "The webhook vectors are not beside the repository.");
        return vectors!.Value;
    }

    private static JsonElement? Read(string file) =>
        Readings.Samples() is { } samples && File.Exists(Path.Combine(samples.FullName, "webhooks", file))
        ? JsonDocument.Parse(File.ReadAllBytes(Path.Combine(samples.FullName, "webhooks", file))).RootElement
        : null;

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
