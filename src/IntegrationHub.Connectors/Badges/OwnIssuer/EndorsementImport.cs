using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.JsonLd;
using IntegrationHub.OpenBadges.Verification;
using ContextAddress = IntegrationHub.OpenBadges.Model.ContextAddress;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// Takes in what third parties say of the issuer, of a micro-credential or of one award (toolkit, chapter 15): checked
/// like any credential, kept to the letter, and embedded. One about an award is embedded at once, by signing that
/// credential again under the same name.
/// </summary>
public sealed class EndorsementImport(
    IEndorsements endorsements,
    EndorsementShelf shelf,
    ICredentials credentials,
    CredentialVerifier verifier,
    Signing signing,
    PublicAddresses addresses,
    TimeProvider time)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes an endorsement in.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="document">An <c>EndorsementCredential</c> with an embedded proof.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ImportedEndorsement> Import(Institution institution, ReadOnlyMemory<byte> document, CancellationToken cancellation)
    {
        var report = await verifier.Verify(document, cancellation);
        if (report is not { Facts: { } facts, Document: { } json })
            return new(EndorsementVerdict.Unreadable, report.Checks[0].Reason.ToString());
        if (facts.Kind != CredentialKind.Endorsement || facts.Id is null)
            return new(EndorsementVerdict.NotAnEndorsement);
        if (report.File != BadgeFileKind.Json || !json.TryGetProperty("proof", out _))
            return new(EndorsementVerdict.NotEmbedded);
        if (report.Verdict != VerificationVerdict.Valid)
        {
            var reasons = report
                .Checks.Where(check => check.Reason != VerificationReason.None)
                .Select(check => $"{check.Kind}: {check.Reason}");
            return new(EndorsementVerdict.NotVerified, string.Join(", ", reasons));
        }

        if (LinkedData.WhyNotWithin(json, ContextAddress.OpenBadge) is { } why)
            return new(EndorsementVerdict.NotEmbeddable, why.Message);
        if (Subject(institution, facts.SubjectId) is not { } subject)
            return new(EndorsementVerdict.UnknownSubject, facts.SubjectId);
        var endorsement = new Endorsement(
            facts.Id,
            facts.IssuerName ?? facts.IssuerId ?? "",
            time.GetUtcNow(),
            facts.ValidUntil,
            json.GetRawText());
        if (subject.Kind != EndorsementKind.Credential)
        {
            await endorsements.Keep(institution.Id, subject, endorsement, cancellation);
            shelf.Renew(institution.Id, subject);
            return new(EndorsementVerdict.Kept, subject.ToString());
        }

        if (await credentials.Find(CredentialId.Parse(subject.Name), cancellation) is not { Holder: not null } credential)
            return new(EndorsementVerdict.UnknownSubject, facts.SubjectId);
        await endorsements.Keep(institution.Id, subject, endorsement, cancellation);
        if (await SignAgain(institution, credential.Id, cancellation))
            return new(EndorsementVerdict.Kept, subject.ToString());
        await endorsements.Erase(institution.Id, subject, cancellation);
        return new(EndorsementVerdict.UnknownSubject, facts.SubjectId);
    }

    private EndorsementSubject? Subject(Institution institution, string? id)
    {
        if (id == institution.Issuer!.Did)
            return new(EndorsementKind.Issuer, "");
        if (institution.MicroCredentials.Values.FirstOrDefault(entry => IsIdOf(entry, "fr") || IsIdOf(entry, "en")) is { } endorsed)
            return new(EndorsementKind.Achievement, endorsed.Code);
        return addresses.TryCredential(id, out var credential) && credential.Institution == institution.Id
            ? new(EndorsementKind.Credential, credential.ToString())
            : null;

        bool IsIdOf(MicroCredential entry, string language) =>
            entry.Versions.Any(version => id == addresses.Achievement(institution.Id, version.Code, version.Version, language).AbsoluteUri);
    }

    /// <summary>Signs a credential again as it was issued, with the endorsements of it: nothing else in it changes.</summary>
    /// <returns>False where it is gone: its holder was erased meanwhile.</returns>
    private async Task<bool> SignAgain(Institution institution, CredentialId id, CancellationToken cancellation)
    {
        while (await credentials.Find(id, cancellation) is { Documents: { } signed } credential)
        {
            var endorsed = await shelf.Of(id, cancellation);
            var document = JsonNode.Parse(signed.Json)!.AsObject();
            document.Remove("proof");
            document["endorsement"] = new JsonArray([.. endorsed.Select(endorsement => JsonNode.Parse(endorsement.GetRawText()))]);
            var documents = signing.Both(institution, JsonSerializer.SerializeToUtf8Bytes(document, Plain), time.GetUtcNow());
            if (await credentials.Save(credential with { Documents = documents, Digest = documents.ComputeDigest() }, cancellation))
                return true;
        }

        return false;
    }
}

/// <summary>What came of an endorsement.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Detail">What it is about, or why it was refused.</param>
public sealed record ImportedEndorsement(EndorsementVerdict Verdict, string? Detail = null);

/// <summary>Verdicts on an endorsement.</summary>
public enum EndorsementVerdict
{
    /// <summary>Kept, and embedded from now on.</summary>
    Kept,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It is a credential of another kind.</summary>
    NotAnEndorsement,

    /// <summary>It carries no embedded proof: as a part of a credential it could not be checked.</summary>
    NotEmbedded,

    /// <summary>Its contexts cannot stand inside a badge's: no badge with it could be signed.</summary>
    NotEmbeddable,

    /// <summary>Its checks do not pass.</summary>
    NotVerified,

    /// <summary>It is about nothing of this institution's.</summary>
    UnknownSubject,
}
