using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges.Keys;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Proofs;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing;
using IntegrationHub.Testing.OpenBadges;
using IntegrationHub.Tests.OpenBadges.Baking;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges;

/// <summary>What a stranger copies from the README of the library compiles and does what it says.</summary>
public sealed partial class ReadmeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_code_shown_is_the_code_run_here()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges", "README.md"), Cancellation);
        var samples = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "tests", "IntegrationHub.Tests", "OpenBadges", "ReadmeSamples.cs"), Cancellation);

        Shown().Matches(readme).Select(block => block.Groups[1].Value)
            .ShouldBe(Run().Matches(samples).Select(sample => Dedented(sample.Groups[2].Value, sample.Groups[1].Length)));
    }

    [Fact]
    public async Task A_badge_is_issued_baked_and_verified() =>
        (await ReadmeSamples.IssueBakeVerify(Pictures.Png())).ShouldBe(VerificationVerdict.Valid);

    [Fact]
    public async Task A_file_is_verified()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "{}", Cancellation);

        var report = await ReadmeSamples.VerifyFile(path);
        File.Delete(path);

        report.Verdict.ShouldBe(VerificationVerdict.Invalid);
    }

    [Fact]
    public async Task A_badge_is_revoked()
    {
        using var key = Ed25519Key.FromSeed(new byte[Ed25519Key.SeedLength]);
        var (issuer, now) = (DidKey.Of(key.PublicKey), TimeProvider.System.GetUtcNow());
        var proof = new ProofOptions { VerificationMethod = DidDocument.MethodOf(issuer, key.PublicKey), Created = now };
        var unsigned = SampleBadges.Least() with { Issuer = new() { Id = issuer } };

        var (badge, list) = ReadmeSamples.Revoke(unsigned, issuer, proof, key, now);
        var report = await new CredentialVerifier(new Served(list)).Verify(DataIntegrity.Sign(badge.ToUtf8(), proof, key), Cancellation);

        report.Verdict.ShouldBe(VerificationVerdict.Revoked);
    }

    private static string Dedented(string code, int indent) =>
        string.Join('\n', code.Split('\n').Select(line => line.Length < indent ? line : line[indent..]));

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^( *)// begin: [^\n]*\n(.*?)^ *// end$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Run();

    private sealed class Served(byte[] document) : IDocuments
    {
        public Task<byte[]> Fetch(Uri address, CancellationToken cancellation = default) => Task.FromResult(document);
    }
}
