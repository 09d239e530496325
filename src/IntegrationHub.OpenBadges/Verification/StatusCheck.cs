using System.Globalization;
using System.Text.Json;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Looks a credential up in the status lists it names: fetched, soundly signed by the same issuer, of the same purpose.</summary>
internal sealed class StatusCheck(StatusLists lists)
{
    private const int MostEntries = 8;

    public async Task<(VerificationCheck NotRevoked, VerificationCheck NotSuspended)> Of(Presented presented)
    {
        var checks = new List<VerificationCheck>();
        var entries = presented.Credential.All("credentialStatus").ToList();
        if (entries.Count > MostEntries)
            checks.Add(CheckKind.NotRevoked.Unknown(VerificationReason.TooMany));
        foreach (var entry in entries.Take(MostEntries))
            if (KindOf(entry) is { } kind)
                checks.Add(await Entry(entry, kind, presented.Facts.IssuerId));
        return (Of(checks, CheckKind.NotRevoked), Of(checks, CheckKind.NotSuspended));
    }

    private static VerificationCheck Of(List<VerificationCheck> checks, CheckKind kind) =>
        VerificationCheck.Worst(kind, checks.Where(check => check.Kind == kind));

    /// <summary>What an entry speaks of; null where it is of no weight here. Whatever is not understood could revoke.</summary>
    private static CheckKind? KindOf(JsonElement entry) => entry.Text("statusPurpose") switch
    {
        StatusPurposes.Suspension => CheckKind.NotSuspended,
        StatusPurposes.Message or StatusPurposes.Refresh when IsEntry(entry) => null,
        _ => CheckKind.NotRevoked,
    };

    private static bool IsEntry(JsonElement entry) => entry.Texts("type").Contains("BitstringStatusListEntry");

    private async Task<VerificationCheck> Entry(JsonElement entry, CheckKind kind, string? issuer)
    {
        if (!IsEntry(entry) || entry.Member("statusSize") is { } size && size.GetRawText().Trim('"') != "1")
            return kind.Unknown(VerificationReason.StatusUnsupported, entry.Texts("type").FirstOrDefault());
        if (entry.Text("statusPurpose") is not (StatusPurposes.Revocation or StatusPurposes.Suspension))
            return kind.Failed(VerificationReason.StatusMalformed, "statusPurpose");
        if (Index(entry) is not { } index || !Uri.TryCreate(entry.Text("statusListCredential"), UriKind.Absolute, out var address))
            return kind.Failed(VerificationReason.StatusMalformed);
        return await lists.At(address, issuer) switch
        {
            { Bits: null } fault => new(kind, fault.Outcome, fault.Reason, fault.Detail),
            var list when !list.Purposes.Contains(entry.Text("statusPurpose")) => kind.Failed(VerificationReason.StatusPurposeDiffers),
            { Bits: var bits } when index >= bits.Length => kind.Failed(VerificationReason.StatusIndexOutside),
            { Bits: var bits } when !bits[index] => kind.Passed(),
            _ => kind.Failed(kind == CheckKind.NotSuspended ? VerificationReason.Suspended : VerificationReason.Revoked),
        };
    }

    /// <summary>The index: decimal text, or a number, as some write it.</summary>
    private static int? Index(JsonElement entry) =>
        entry.Member("statusListIndex") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
        && int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
