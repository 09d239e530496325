using System.Globalization;
using System.Text.Json;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Looks a credential up in the status lists it names: fetched, soundly signed by the same issuer, of the same purpose.</summary>
internal sealed class StatusCheck(StatusLists lists)
{
    private const int MostEntries = 8;

    public async Task<(Check NotRevoked, Check NotSuspended)> Of(Presented presented)
    {
        var checks = new List<Check>();
        var entries = presented.Credential.All("credentialStatus").ToList();
        if (entries.Count > MostEntries)
            checks.Add(Check.Unknown(CheckKind.NotRevoked, Reason.TooMany));
        foreach (var entry in entries.Take(MostEntries))
            if (KindOf(entry) is { } kind)
                checks.Add(await Entry(entry, kind, presented.Facts.IssuerId));
        return (Of(checks, CheckKind.NotRevoked), Of(checks, CheckKind.NotSuspended));
    }

    private static Check Of(List<Check> checks, CheckKind kind) => Check.Worst(kind, checks.Where(check => check.Kind == kind));

    /// <summary>What an entry speaks of; null where it is of no weight here. Whatever is not understood could revoke.</summary>
    private static CheckKind? KindOf(JsonElement entry) => entry.Text("statusPurpose") switch
    {
        StatusPurposes.Suspension => CheckKind.NotSuspended,
        StatusPurposes.Message or StatusPurposes.Refresh when IsEntry(entry) => null,
        _ => CheckKind.NotRevoked,
    };

    private static bool IsEntry(JsonElement entry) => entry.Texts("type").Contains("BitstringStatusListEntry");

    private async Task<Check> Entry(JsonElement entry, CheckKind kind, string? issuer)
    {
        if (!IsEntry(entry) || entry.Member("statusSize") is { } size && size.GetRawText().Trim('"') != "1")
            return Check.Unknown(kind, Reason.StatusUnsupported, entry.Texts("type").FirstOrDefault());
        if (entry.Text("statusPurpose") is not (StatusPurposes.Revocation or StatusPurposes.Suspension))
            return Check.Failed(kind, Reason.StatusMalformed, "statusPurpose");
        if (Index(entry) is not { } index || !Uri.TryCreate(entry.Text("statusListCredential"), UriKind.Absolute, out var address))
            return Check.Failed(kind, Reason.StatusMalformed);
        return await lists.At(address, issuer) switch
        {
            { Bits: null } fault => new(kind, fault.Outcome, fault.Reason, fault.Detail),
            var list when !list.Purposes.Contains(entry.Text("statusPurpose")) => Check.Failed(kind, Reason.StatusPurposeDiffers),
            { Bits: var bits } when index >= bits.Length => Check.Failed(kind, Reason.StatusIndexOutside),
            { Bits: var bits } when !bits[index] => Check.Passed(kind),
            _ => Check.Failed(kind, kind == CheckKind.NotSuspended ? Reason.Suspended : Reason.Revoked),
        };
    }

    /// <summary>The index: decimal text, or a number, as some write it.</summary>
    private static int? Index(JsonElement entry) => entry.Member("statusListIndex") is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
        && int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
