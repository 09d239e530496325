using System.Globalization;
using System.Text.Json;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Looks a credential up in the status lists it names: fetched, soundly signed by the same issuer, of the same purpose.</summary>
internal sealed class StatusCheck(Session session)
{
    public async Task<(Check NotRevoked, Check NotSuspended)> Of(Presented presented)
    {
        var checks = new List<Check>();
        foreach (var entry in presented.Credential.All("credentialStatus").Take(8))
            if (KindOf(entry) is { } kind)
                checks.Add(await Entry(entry, kind, presented.Facts.IssuerId));
        return (Of(checks, CheckKind.NotRevoked), Of(checks, CheckKind.NotSuspended));
    }

    private static Check Of(List<Check> checks, CheckKind kind) => Check.Worst(kind, checks.Where(check => check.Kind == kind));

    /// <summary>What an entry speaks of; null where it is of no weight here: a message, a refresh. Other ways to keep a status could revoke.</summary>
    private static CheckKind? KindOf(JsonElement entry) => entry.Text("statusPurpose") switch
    {
        StatusPurposes.Revocation => CheckKind.NotRevoked,
        StatusPurposes.Suspension => CheckKind.NotSuspended,
        _ => IsEntry(entry) ? null : CheckKind.NotRevoked,
    };

    private static bool IsEntry(JsonElement entry) => entry.Texts("type").Contains("BitstringStatusListEntry");

    private async Task<Check> Entry(JsonElement entry, CheckKind kind, string? issuer)
    {
        if (!IsEntry(entry) || entry.Member("statusSize") is { } size && size.GetRawText().Trim('"') != "1")
            return Check.Unknown(kind, Reason.StatusUnsupported, entry.Texts("type").FirstOrDefault());
        if (Index(entry) is not { } index || !Uri.TryCreate(entry.Text("statusListCredential"), UriKind.Absolute, out var address))
            return Check.Failed(kind, Reason.StatusMalformed);
        if (await session.Fetch(address) is not { } bytes)
            return Check.Unknown(kind, Reason.StatusUnreachable, address.GetLeftPart(UriPartial.Path));
        if (Presented.Read(bytes).Presented is not { Facts.Kind: CredentialKind.StatusList } list)
            return Check.Failed(kind, Reason.StatusMalformed);
        return await Untrusted(list, kind, issuer) ?? Bit(list.Credential, kind, entry.Text("statusPurpose")!, index);
    }

    private async Task<Check?> Untrusted(Presented list, CheckKind kind, string? issuer)
    {
        if (list.Facts.IssuerId != issuer)
            return Check.Failed(kind, Reason.StatusOfAnother, list.Facts.IssuerId);

        var worst = (await new ProofChecks(session).Of(list)).Worst;
        if (worst.Outcome != CheckOutcome.Passed)
            return new(kind, worst.Outcome, Reason.StatusNotTrusted, worst.Reason.ToString());

        var inTime = PeriodCheck.Begun(list.Facts, session.Now).Outcome != CheckOutcome.Failed && PeriodCheck.NotEnded(list.Facts, session.Now).Outcome != CheckOutcome.Failed;
        return inTime ? null : Check.Unknown(kind, Reason.StatusNotTrusted, Reason.Expired.ToString());
    }

    private static Check Bit(JsonElement list, CheckKind kind, string purpose, int index)
    {
        var subject = list.Member("credentialSubject") ?? default;
        if (!subject.Texts("statusPurpose").Contains(purpose))
            return Check.Failed(kind, Reason.StatusPurposeDiffers);
        try
        {
            var bits = Bitstring.Decode(subject.Text("encodedList") ?? "");
            return index >= bits.Length ? Check.Failed(kind, Reason.StatusIndexOutside)
                : !bits[index] ? Check.Passed(kind)
                : Check.Failed(kind, kind == CheckKind.NotSuspended ? Reason.Suspended : Reason.Revoked);
        }
        catch (StatusListException malformed)
        {
            return Check.Failed(kind, Reason.StatusMalformed, malformed.Message);
        }
    }

    /// <summary>The index: decimal text, or a number, as some write it.</summary>
    private static int? Index(JsonElement entry) => entry.Member("statusListIndex") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
        && int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
