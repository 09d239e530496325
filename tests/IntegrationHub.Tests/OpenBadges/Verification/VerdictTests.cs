using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;
using static IntegrationHub.OpenBadges.Verification.CheckKind;
using static IntegrationHub.OpenBadges.Verification.VerificationReason;
using static IntegrationHub.OpenBadges.Verification.VerificationVerdict;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class VerdictTests
{
    private static readonly CheckKind[] Proof = [Contexts, Issuer, Signature];
    private static readonly VerificationVerdict[] Genuine =
    [
        Valid,
        Nonstandard,
        VerificationVerdict.NotYetValid,
        VerificationVerdict.Expired,
        VerificationVerdict.Suspended,
        VerificationVerdict.Revoked,
    ];

    private static IEnumerable<VerificationCheck> Proven => Proof.Select(kind => kind.Passed());

    /// <summary>Every result of the three checks that prove, with every mixture of the others.</summary>
    [Fact]
    public void Nothing_is_called_genuine_unless_contexts_issuer_and_signature_passed()
    {
        var outcomes = Enum.GetValues<CheckOutcome>();
        var proofs =
            from contexts in outcomes
            from issuer in outcomes
            from signature in outcomes
            select new[] { contexts, issuer, signature };
        var (begun, ended) = (Ways(ValidFrom, VerificationReason.NotYetValid), Ways(NotExpired, VerificationReason.Expired));
        var (revoked, suspended) = (Ways(NotRevoked, VerificationReason.Revoked), Ways(NotSuspended, VerificationReason.Suspended));
        VerificationCheck[][] shape = [.. Ways(Shape, TypeWrong), [Shape.Failed(ValueMalformed)]];
        var joined = Ways(Joined, InnerInvalid);
        var others = (from a in begun from b in ended from c in revoked from d in suspended from e in shape from f in joined
                      select (VerificationCheck[])[.. a, .. b, .. c, .. d, .. e, .. f]).ToList();

        foreach (var proof in proofs)
        {
            VerificationCheck[] proving = [.. Proof.Zip(proof, (kind, outcome) =>
                new VerificationCheck(kind, outcome, outcome == CheckOutcome.Failed ? SignatureWrong : None))];
            foreach (var other in others)
            {
                VerificationCheck[] all = [.. proving, .. other];
                var isProven = proof.All(outcome => outcome == CheckOutcome.Passed);
                var isRefuted = all.Any(check =>
                    check is { Outcome: CheckOutcome.Failed, Reason: SignatureWrong or ValueMalformed or InnerInvalid });
                var verdict = Verdicts.Of(all);
                if (isRefuted != (verdict == Invalid) || (Genuine.Contains(verdict) && !isProven))
                    Assert.Fail($"{verdict}: {string.Join<VerificationCheck>(", ", all)}");
            }
        }
    }

    [Theory]
    [InlineData(Contexts)]
    [InlineData(Issuer)]
    [InlineData(Signature)]
    public void A_check_that_proves_and_was_not_come_to_proves_nothing(CheckKind missing) =>
        Verdicts.Of(Proven.Where(check => check.Kind != missing).Append(NotExpired.Failed(VerificationReason.Expired)))
            .ShouldBe(Undetermined);

    [Fact]
    public void Nothing_looked_at_is_undetermined() => Verdicts.Of([]).ShouldBe(Undetermined);

    [Fact]
    public void A_wrong_signature_weighs_more_than_a_revocation() =>
        Verdicts.Of([NotRevoked.Failed(VerificationReason.Revoked), Signature.Failed(SignatureWrong)]).ShouldBe(Invalid);

    [Fact]
    public void A_revocation_weighs_more_than_an_expiry() =>
        Verdicts
            .Of([.. Proven, NotExpired.Failed(VerificationReason.Expired), NotRevoked.Failed(VerificationReason.Revoked)])
            .ShouldBe(VerificationVerdict.Revoked);

    [Fact]
    public void A_status_list_that_is_not_trusted_is_not_a_revocation() =>
        Verdicts.Of([NotRevoked.Failed(StatusNotTrusted)]).ShouldBe(Invalid);

    [Fact]
    public void Endorsements_and_schema_never_speak_against_a_credential() =>
        Verdicts.Of([.. Proven, Endorsements.Failed(InnerInvalid), Schema.Unknown(SchemaUnknown)])
            .ShouldBe(Valid);

    [Theory]
    [InlineData(MemberMissing)]
    [InlineData(TypeWrong)]
    public void What_is_proven_and_is_no_badge_as_the_standard_wants_it_is_called_so(VerificationReason reason)
    {
        Verdicts.Of([.. Proven, Shape.Failed(reason)]).ShouldBe(Nonstandard);
        Verdicts.Of([.. Proven, Shape.Failed(reason), NotExpired.Failed(VerificationReason.Expired)]).ShouldBe(VerificationVerdict.Expired);
        Verdicts.Of([.. Proven.Skip(1), Shape.Failed(reason)]).ShouldBe(Undetermined);
    }

    private static VerificationCheck[][] Ways(CheckKind kind, VerificationReason failed) =>
        [[], [kind.Passed()], [kind.Unknown(TooMany)], [kind.Failed(failed)]];
}
