using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.OpenBadges;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.CheckOutcome;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>
/// Files that others made, where they lie beside the repository: each with its verdict and the check that tells why. The other tests
/// hold invented ones of the same shapes.
/// </summary>
public sealed class CaseFileTests
{
    private static readonly Dictionary<string, (VerificationVerdict, CheckKind, CheckOutcome, VerificationReason)> Files =
        new()
        {
            ["array.json"] = (VerificationVerdict.Unsupported, Readable, Unknown, ListOfDocuments),
            ["blockcerts-mainnet-valid-2.0.json"] = (VerificationVerdict.Unsupported, Readable, Unknown, Blockcerts),
            ["dcc-both-proofs-ed25519-context.json"] = (VerificationVerdict.Valid, Signature, Passed, None),
            ["dcc-no-subject-id.json"] = (VerificationVerdict.Nonstandard, Shape, Failed, MemberMissing),
            ["eddsa-rdfc-2022.plainVC.json"] = (VerificationVerdict.Nonstandard, Shape, Failed, TypeWrong),
            ["enveloped.json"] = (VerificationVerdict.Valid, Issuer, Passed, None),
            ["forged-expired-ES256.jwt"] = (VerificationVerdict.Undetermined, Signature, Unknown, KeyUnreachable),
            ["forged-expired-RS256.jwt"] = (VerificationVerdict.Undetermined, Signature, Unknown, KeyUnreachable),
            ["forged-expired-issuer-unreachable.json"] = (VerificationVerdict.Undetermined, Signature, Unknown, KeyUnreachable),
            ["forged-issuer-unreachable-control.json"] = (VerificationVerdict.Undetermined, Signature, Unknown, KeyUnreachable),
            ["forged-made-up-proof-expired.json"] = (VerificationVerdict.Undetermined, Signature, Unknown, ProofUnsupported),
            ["mit-module.json"] = (VerificationVerdict.Valid, Signature, Passed, None),
            ["ob2/2_0_basic_assertion.json"] = (VerificationVerdict.Unsupported, Readable, Unknown, OpenBadges2),
            ["ob2/baked-assertion-json.png"] = (VerificationVerdict.Unsupported, Readable, Unknown, OpenBadges2),
            ["ob2/baked.svg"] = (VerificationVerdict.Unsupported, Readable, Unknown, OpenBadges2),
            ["ob2/signed-badge.jws"] = (VerificationVerdict.Unsupported, Readable, Unknown, OpenBadges2),
        };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_of_others_has_its_verdict_and_the_true_reason(string name)
    {
        var (verdict, kind, outcome, why) = Files[name];

        var report = await Verify(await File.ReadAllBytesAsync(Path.Combine(Folder(), name), TestContext.Current.CancellationToken));

        report.ShouldBe(verdict);
        report.ShouldSay(kind, outcome, why);
    }

    [Fact]
    public void Each_file_that_lies_there_is_looked_at()
    {
        var folder = Folder();
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
            .ShouldBe(Files.Keys, ignoreOrder: true);
    }

    /// <summary>Of those with several proofs, each is broken in turn.</summary>
    [Theory]
    [InlineData("dcc-both-proofs-ed25519-context.json", "\"name\": \"Teamwork\"", "\"name\": \"Team work\"")]
    [InlineData("dcc-both-proofs-ed25519-context.json", "\"zcjEG7ixf7", "\"zcjEG7ixf8")]
    [InlineData("dcc-both-proofs-ed25519-context.json", "\"zmiDkVKnpe", "\"zmiDkVKnpf")]
    [InlineData("mit-module.json", "\"name\": \"MIT Learn\"", "\"name\": \"MIT Earn\"")]
    [InlineData("mit-module.json", "2025-12-12T17:48:33Z", "2025-12-12T17:48:34Z")]
    public async Task Altered_it_is_not_genuine(string name, string words, string others)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder(), name), TestContext.Current.CancellationToken);
        text.ShouldContain(words);

        (await Verify(System.Text.Encoding.UTF8.GetBytes(text.Replace(words, others, StringComparison.Ordinal))))
            .ShouldSay(Signature, Failed, SignatureWrong);
    }

    private static string Folder()
    {
        var folder = Published.Cases("verify");
        Assert.SkipWhen(folder is not { Exists: true }, "The cases are not beside this repository.");
        return folder!.FullName;
    }

    private static async Task<VerificationReport> Verify(byte[] file)
    {
        using var college = new College();
        college.Documents.Clear();
        var time = new FakeTimeProvider(new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
        return await new CredentialVerifier(college, time).Verify(file, default);
    }
}
