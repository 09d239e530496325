using IntegrationHub.Testing.Connectors;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Whatever a stranger sends, the answer is a refusal and never an exception of the hub's own.</summary>
public sealed class HostileInputTests
{
    private const int Rounds = 3_000;

    private static readonly string[] Headers =
    [
        "Authorization",
        "webhook-id",
        "webhook-timestamp",
        "webhook-signature",
        "X-Hub-Signature-256",
        "Stripe-Signature",
        "Content-Type",
        "Content-Encoding",
    ];

    private static readonly string[] Pieces =
    [
        "Basic ",
        "Bearer ",
        "basic",
        "v1,",
        "v1a,",
        "v1=",
        "t=",
        "sha256=",
        "=",
        ",",
        " ",
        ":",
        ".",
        "é",
        "✓",
        "\ud800",
        "\0",
        "AAAA",
        "1772366400",
        "-1",
        "99999999999999999999",
        "application/x-www-form-urlencoded", "gzip", "{\"token\":", "{\"\\ud800\":", "\"", "\\u", "token=", "%", "&", "[", "}",
    ];

    public static TheoryData<string> Schemes => [.. HubKinds.Schemes];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Nobody_gets_in_by_chance_and_nothing_breaks(string scheme)
    {
        await using var source = new Checked(scheme, [.. HubKinds.Secrets(scheme)]);
        foreach (var purpose in HubKinds.Secrets(scheme))
            source.With(purpose, "c2VjcmV0IG9mIGEgdGVzdA==", "YW5vdGhlciBzZWNyZXQ=");
        var random = new Random(20260301);

        for (var round = 0; round < Rounds; round++)
        {
            var headers = Headers.Where(_ => random.Next(3) > 0).Select(name => (name, Text(random))).ToArray();
            var delivery = Checked.Delivery(System.Text.Encoding.UTF8.GetBytes(Text(random)), headers) with { AddressKey = Text(random) };
            try
            {
                (await source.Check(delivery)).ShouldNotBe(Admission.Admitted);
            }
            catch (UnpackException)
            {
                // A refusal with a status of its own.
            }
        }
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
