using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>A status list as it was found: its bits, or why it does not count.</summary>
/// <param name="Bits">The bits; null where it does not count.</param>
/// <param name="Purposes">What it speaks of.</param>
/// <param name="Outcome">Passed, or what its fault means for who points to it.</param>
/// <param name="Reason">Its fault.</param>
/// <param name="Detail">More of the fault.</param>
internal sealed record FoundList(Bitstring? Bits, IReadOnlyList<string> Purposes, CheckOutcome Outcome, Reason Reason = Reason.None, string? Detail = null)
{
    public static FoundList Fault(CheckOutcome outcome, Reason reason, string? detail = null) => new(null, [], outcome, reason, detail);
}

/// <summary>The status lists of one verification, each fetched, verified and unpacked once.</summary>
internal sealed class StatusLists(Session session)
{
    private readonly Dictionary<(Uri, string?), FoundList> _found = [];

    public async Task<FoundList> At(Uri address, string? issuer) =>
        _found.TryGetValue((address, issuer), out var known) ? known : _found[(address, issuer)] = await Find(address, issuer);

    private async Task<FoundList> Find(Uri address, string? issuer)
    {
        if (await session.Fetch(address) is not { } bytes)
            return FoundList.Fault(CheckOutcome.Unknown, Reason.StatusUnreachable, address.GetLeftPart(UriPartial.Path));
        if (Presented.Read(bytes).Presented is not { Facts.Kind: CredentialKind.StatusList } list)
            return FoundList.Fault(CheckOutcome.Failed, Reason.StatusMalformed);
        if (list.Facts.IssuerId != issuer)
            return FoundList.Fault(CheckOutcome.Failed, Reason.StatusOfAnother, list.Facts.IssuerId);

        var worst = (await new ProofChecks(session).Of(list)).Worst;
        if (worst.Outcome != CheckOutcome.Passed)
            return FoundList.Fault(worst.Outcome, Reason.StatusNotTrusted, worst.Reason.ToString());
        if (PeriodCheck.Begun(list.Facts, session.Now).Outcome == CheckOutcome.Failed || PeriodCheck.NotEnded(list.Facts, session.Now).Outcome == CheckOutcome.Failed)
            return FoundList.Fault(CheckOutcome.Unknown, Reason.StatusNotTrusted, Reason.Expired.ToString());
        return Unpack(list);
    }

    private static FoundList Unpack(Presented list)
    {
        var subject = list.Credential.Member("credentialSubject") ?? default;
        try
        {
            return new(Bitstring.Decode(subject.Text("encodedList") ?? ""), [.. subject.Texts("statusPurpose")], CheckOutcome.Passed);
        }
        catch (StatusListException malformed)
        {
            return FoundList.Fault(CheckOutcome.Failed, Reason.StatusMalformed, malformed.Message);
        }
    }
}
