using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>A status list as it was found: its bits, or why it does not count.</summary>
/// <param name="Bits">The bits; null where it does not count.</param>
/// <param name="Purposes">What it speaks of.</param>
/// <param name="Issuer">Who issued it; null where it is not known.</param>
/// <param name="Outcome">Passed, or what its fault means for who points to it.</param>
/// <param name="Reason">Its fault.</param>
/// <param name="Detail">More of the fault.</param>
internal sealed record FoundList(
    Bitstring? Bits,
    IReadOnlyList<string> Purposes,
    string? Issuer,
    CheckOutcome Outcome,
    VerificationReason Reason = VerificationReason.None,
    string? Detail = null)
{
    public static FoundList Fault(CheckOutcome outcome, VerificationReason reason, string? detail = null) =>
        new(null, [], null, outcome, reason, detail);
}

/// <summary>The status lists of one verification, each fetched, verified and unpacked once.</summary>
internal sealed class StatusLists(Session session)
{
    private readonly Dictionary<Uri, FoundList> _found = [];

    public async Task<FoundList> At(Uri address, string? issuer)
    {
        if (!_found.TryGetValue(address, out var list))
            list = _found[address] = await Find(address);
        return list.Issuer is null || list.Issuer == issuer
            ? list
            : FoundList.Fault(CheckOutcome.Failed, VerificationReason.StatusOfAnother, list.Issuer);
    }

    private async Task<FoundList> Find(Uri address)
    {
        if (await session.Fetch(address) is not { } bytes)
            return FoundList.Fault(
                CheckOutcome.Unknown, session.WhyNot(address, VerificationReason.StatusUnreachable), address.GetLeftPart(UriPartial.Path));
        var (presented, _, _) = Presented.Read(bytes, session.Deadline);
        if (session.Deadline.IsCancellationRequested)
            return TooLate();
        if (presented is not { Facts: { Kind: CredentialKind.StatusList, IssuerId: { } issuer } } list
            || !ShapeCheck.HasSoundTimes(list.Credential))
            return FoundList.Fault(CheckOutcome.Failed, VerificationReason.StatusMalformed);

        return await Trusted(list) with { Issuer = issuer };
    }

    private async Task<FoundList> Trusted(Presented list)
    {
        var worst = (await new ProofChecks(session).Of(list)).Worst;
        if (worst.Outcome != CheckOutcome.Passed)
            return FoundList.Fault(worst.Outcome, VerificationReason.StatusNotTrusted, worst.Reason.ToString());
        var period = VerificationCheck.Worst(
            CheckKind.ValidFrom, [PeriodCheck.Begun(list, session.Now), PeriodCheck.NotEnded(list, session.Now)]);
        return period.Outcome >= CheckOutcome.Unknown
            ? FoundList.Fault(CheckOutcome.Unknown, VerificationReason.StatusNotTrusted, period.Reason.ToString())
            : Unpack(list);
    }

    private FoundList Unpack(Presented list)
    {
        var subject = list.Credential.Member("credentialSubject") ?? default;
        try
        {
            return new(Bitstring.Decode(subject.Text("encodedList")
                ?? "", session.Deadline), [.. subject.Texts("statusPurpose")], list.Facts.IssuerId, CheckOutcome.Passed);
        }
        catch (StatusListException malformed)
        {
            return FoundList.Fault(CheckOutcome.Failed, VerificationReason.StatusMalformed, malformed.Message);
        }
        catch (OperationCanceledException)
        {
            return TooLate();
        }
    }

    private static FoundList TooLate() => FoundList.Fault(CheckOutcome.Unknown, VerificationReason.TooMany);
}
