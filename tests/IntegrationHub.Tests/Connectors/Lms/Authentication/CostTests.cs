using IntegrationHub.Testing.Connectors;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Authentication;

/// <summary>Most of what comes through the door is noise: proving it must not cost memory that grows with the body.</summary>
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Rounds = 50, MostBytes = 2_000;

    public static TheoryData<string> Schemes => [.. HubKinds.Schemes.Except([AuthenticationSchemes.SignedBody])];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_check_allocates_little_whatever_the_size_of_the_body(string scheme)
    {
        await using var source = new Checked(scheme, [.. HubKinds.Secrets(scheme)]);
        foreach (var purpose in HubKinds.Secrets(scheme))
            source.With(purpose, "c2VjcmV0");

        var (small, large) = (Cost(source, 100), Cost(source, 200_000));

        output.WriteLine($"{scheme}: {small} bytes for a small body, {large} for a large one");
        small.ShouldBeLessThan(MostBytes);
        (large - small).ShouldBeLessThan(100);
    }

    private static long Cost(Checked source, int size)
    {
        var delivery = Showing(source, Encoding.ASCII.GetBytes($$"""{"filler": "{{new string('x', size)}}", "token": "c2VjcmV0"}"""));
        var scheme = source.Authentication;
        for (var i = 0; i < Rounds; i++)
            Verdict(scheme.Check(source.Source, delivery, default)).ShouldBe(Admission.Admitted);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
            Verdict(scheme.Check(source.Source, delivery, default));
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static Admission Verdict(ValueTask<Admission> check) =>
        check.IsCompletedSuccessfully ? check.Result : throw new InvalidOperationException("The scheme waits for something.");

    private static Delivery Showing(Checked source, byte[] body)
    {
        var at = $"{source.Time.GetUtcNow().ToUnixTimeSeconds()}";
        return source.Authentication.Scheme switch
        {
            "basic" => Checked.Delivery(body, ("Authorization", "Basic YzJWamNtVjA6YzJWamNtVjA=")),
            "bearer" => Checked.Delivery(body, ("Authorization", "Bearer c2VjcmV0")),
            "bareAuthorization" => Checked.Delivery(body, ("Authorization", "c2VjcmV0")),
            "clientCredentials" => Checked.Delivery(
                body,
                ("Authorization", $"Bearer {source.Tokens.Issue(source.Source, "c2VjcmV0", "c2VjcmV0")!.Value}")),
            "standardWebhooks" => Checked.Delivery(
                body,
                ("webhook-id", "m"),
                ("webhook-timestamp", at),
                ("webhook-signature", $"v1,{Convert.ToBase64String(Mac("secret"u8, $"m.{at}.", body))}")),
            "githubSignature" => Checked.Delivery(
                body,
                ("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(Mac("c2VjcmV0"u8, "", body))}")),
            "stripeSignature" => Checked.Delivery(
                body,
                ("Stripe-Signature", $"t={at},v1={Convert.ToHexStringLower(Mac("c2VjcmV0"u8, $"{at}.", body))}")),
            _ => Checked.Delivery(body) with { AddressKey = "c2VjcmV0" },
        };
    }

    private static byte[] Mac(ReadOnlySpan<byte> key, string before, byte[] body) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(before), .. body]);
}
