using System.Text.Json;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Proofs;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Proofs;

/// <summary>The test vectors of Open Badges 3.0 and Comprehensive Learner Record 2.0, byte for byte.</summary>
public sealed class OfficialVectorTests
{
    private const string Seed = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4";
    private static readonly ProofOptions Options = new()
    {
        VerificationMethod = "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
        Created = new DateTimeOffset(2010, 1, 1, 19, 23, 24, TimeSpan.Zero),
    };

    [Fact]
    public void The_key_is_written_as_the_vectors_write_it()
    {
        using var key = Ed25519Key.FromSeed(Convert.FromHexString(Seed));

        key.PublicKey.Multikey.ShouldBe("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
    }

    [Theory]
    [InlineData("ob")]
    [InlineData("clr")]
    public void The_statements_are_the_vectors(string standard)
    {
        var secured = Secured(standard);

        DataIntegrity.DocumentQuads(secured).ToString().ShouldBe(Published.Text($"{Vectors(standard)}/document-canon.txt"));
        DataIntegrity
            .ProofQuads(secured, Published.Proof(secured))
            .ToString()
            .ShouldBe(Published.Text($"{Vectors(standard)}/proof-canon.txt"));
    }

    [Theory]
    [InlineData("ob")]
    [InlineData("clr")]
    public void The_hashes_are_the_vectors(string standard)
    {
        var secured = Secured(standard);

        Convert
            .ToHexStringLower(DataIntegrity.HashData(secured, Published.Proof(secured)))
            .ShouldBe(Published.Below($"{standard}-data", Page(standard)));
    }

    [Theory]
    [InlineData("ob")]
    [InlineData("clr")]
    public void The_signature_is_the_vectors(string standard)
    {
        using var key = Ed25519Key.FromSeed(Convert.FromHexString(Seed));

        var signed = Published.Parse(System.Text.Encoding.UTF8.GetString(DataIntegrity.Sign(Unsecured(standard), Options, key)));

        var value = signed.GetProperty("proof").EnumerateArray().ShouldHaveSingleItem().GetProperty("proofValue").GetString();
        value.ShouldBe(Published.Below($"{standard}-proof-value", Page(standard)));
        Multibase.TryDecode58(value, out var signature).ShouldBeTrue();
        Convert.ToHexStringLower(signature).ShouldBe(Published.Below($"{standard}-signature", Page(standard)));
    }

    [Theory]
    [InlineData("ob")]
    [InlineData("clr")]
    public void The_vectors_verify(string standard)
    {
        using var key = Ed25519Key.FromSeed(Convert.FromHexString(Seed));
        var secured = Secured(standard);

        DataIntegrity.Verify(secured, Published.Proof(secured), key.PublicKey).ShouldBe(new ProofVerdict(ProofFault.None));
    }

    private static string Vectors(string standard) => $"1edtech-develop/impl/test-vectors/{standard}v{(standard == "ob" ? 3 : 2)}p0";

    private static string Page(string standard) => $"1edtech-develop/impl/linked-data-proof-{standard}.html";

    private static JsonElement Unsecured(string standard) => Published.PrintedIn(Page(standard))[0];

    private static JsonElement Secured(string standard) => Published.PrintedIn(Page(standard))[^1];
}
