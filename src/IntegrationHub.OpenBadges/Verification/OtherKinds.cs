using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Kinds of credentials that are not checked here, told by how they look: whoever brings one is told what it is.</summary>
internal static partial class OtherKinds
{
    private const int LongestStart = 256;
    private const string Envelope = "EnvelopedVerifiableCredential";

    /// <summary>Whether a reason names such a kind.</summary>
    public static bool IsNamed(VerificationReason reason) => reason
        is VerificationReason.ListOfDocuments or VerificationReason.WebPage or VerificationReason.Utf16
        or VerificationReason.OpenBadges2 or VerificationReason.Blockcerts or VerificationReason.SelectiveDisclosure
        or VerificationReason.Enveloped or VerificationReason.Presentation;

    /// <summary>The kind of a document; null where it is of none of them.</summary>
    public static VerificationReason? Of(JsonElement document)
    {
        var contexts = document.Texts("@context").ToList();
        if (contexts.Any(context => context.Contains("/blockcerts/", StringComparison.Ordinal)) || HasMerkleProof(document))
            return VerificationReason.Blockcerts;
        if (IsPresentation(document) || document.Member("vp") is { ValueKind: JsonValueKind.Object })
            return VerificationReason.Presentation;
        if (document.Texts("type").Contains(Envelope))
            return VerificationReason.Enveloped;
        return contexts is [ContextAddress.Credentials or ContextAddress.CredentialsV1, ..] ? null
            : contexts.Any(context => context.Contains("w3id.org/openbadges/v", StringComparison.Ordinal)) || IsAssertion(document)
                ? VerificationReason.OpenBadges2
            : null;
    }

    /// <summary>The kind of a file that is neither JSON object, JWT nor picture; null where it is of none of them.</summary>
    public static VerificationReason? Of(ReadOnlySpan<byte> file) =>
        file is [(byte)'[', .., (byte)']'] ? VerificationReason.ListOfDocuments
        : file is [(byte)'e', (byte)'y', ..] && SdJwt().IsMatch(Encoding.Latin1.GetString(file)) ? VerificationReason.SelectiveDisclosure
        : null;

    /// <summary>
    /// The kind of a file, by its first bytes; null where it is not to be told by these. XML may well be in UTF-16.
    /// </summary>
    public static VerificationReason? OfStart(ReadOnlySpan<byte> file) =>
        file is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [not (0 or (byte)'<'), 0, not 0, 0, ..] or [0, not (0 or (byte)'<'), 0, not 0, ..]
            ? VerificationReason.Utf16
        : WebPage().IsMatch(Encoding.Latin1.GetString(file[..Math.Min(file.Length, LongestStart)])) ? VerificationReason.WebPage
        : null;

    /// <summary>Whether a document only carries credentials: what it says itself states nothing of anybody.</summary>
    public static bool IsPresentation(JsonElement document) => document.Texts("type").Contains("VerifiablePresentation");

    private static bool HasMerkleProof(JsonElement document) => document.All("proof").Concat(document.All("signature")).ToList() is
        [.., _] proofs && proofs.All(proof => proof.Texts("type").Any(type => type.StartsWith("MerkleProof", StringComparison.Ordinal)));

    /// <summary>Version 1.0 names no context; every version has a recipient and a badge.</summary>
    private static bool IsAssertion(JsonElement document) =>
        document.Member("recipient") is not null && document.Member("badge") is not null;

    [GeneratedRegex(@"^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+)?html[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebPage();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*~[A-Za-z0-9_.~-]*\z")]
    private static partial Regex SdJwt();
}
