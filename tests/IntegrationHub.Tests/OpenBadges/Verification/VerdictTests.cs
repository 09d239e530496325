using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class VerdictTests
{
    private static readonly CheckKind[] s_proof = [CheckKind.Contexts, CheckKind.Issuer, CheckKind.Signature];
    private static readonly Verdict[] s_genuine = [Verdict.Valid, Verdict.NotYetValid, Verdict.Expired, Verdict.Suspended, Verdict.Revoked];

    private static IEnumerable<Check> Proven => s_proof.Select(kind => Check.Passed(kind));

    /// <summary>Every result of the three checks that prove, with every mixture of the others.</summary>
    [Fact]
    public void Nothing_is_called_genuine_unless_contexts_issuer_and_signature_passed()
    {
        var outcomes = Enum.GetValues<CheckOutcome>();
        var proofs = from contexts in outcomes from issuer in outcomes from signature in outcomes select new[] { contexts, issuer, signature };
        Check[][] begun = Ways(CheckKind.ValidFrom, Reason.NotYetValid), ended = Ways(CheckKind.NotExpired, Reason.Expired);
        Check[][] revoked = Ways(CheckKind.NotRevoked, Reason.Revoked), suspended = Ways(CheckKind.NotSuspended, Reason.Suspended);
        Check[][] shape = Ways(CheckKind.Shape, Reason.TypeWrong), joined = Ways(CheckKind.Joined, Reason.InnerInvalid);
        var others = (from a in begun from b in ended from c in revoked from d in suspended from e in shape from f in joined select (Check[])[.. a, .. b, .. c, .. d, .. e, .. f]).ToList();

        foreach (var proof in proofs)
        {
            Check[] proving = [.. s_proof.Zip(proof, (kind, outcome) => new Check(kind, outcome, outcome == CheckOutcome.Failed ? Reason.SignatureWrong : Reason.None))];
            foreach (var other in others)
            {
                Check[] all = [.. proving, .. other];
                var isProven = proof.All(outcome => outcome == CheckOutcome.Passed);
                var isRefuted = all.Any(check => check is { Outcome: CheckOutcome.Failed, Reason: Reason.SignatureWrong or Reason.TypeWrong or Reason.InnerInvalid });
                var verdict = Verdicts.Of(all);
                if (isRefuted != (verdict == Verdict.Invalid) || (s_genuine.Contains(verdict) && !isProven))
                    Assert.Fail($"{verdict}: {string.Join<Check>(", ", all)}");
            }
        }
    }

    [Theory]
    [InlineData(CheckKind.Contexts)]
    [InlineData(CheckKind.Issuer)]
    [InlineData(CheckKind.Signature)]
    public void A_check_that_proves_and_was_not_come_to_proves_nothing(CheckKind missing) =>
        Verdicts.Of(Proven.Where(check => check.Kind != missing).Append(Check.Failed(CheckKind.NotExpired, Reason.Expired))).ShouldBe(Verdict.Undetermined);

    [Fact]
    public void Nothing_looked_at_is_undetermined() => Verdicts.Of([]).ShouldBe(Verdict.Undetermined);

    [Fact]
    public void A_wrong_signature_weighs_more_than_a_revocation() =>
        Verdicts.Of([Check.Failed(CheckKind.NotRevoked, Reason.Revoked), Check.Failed(CheckKind.Signature, Reason.SignatureWrong)]).ShouldBe(Verdict.Invalid);

    [Fact]
    public void A_revocation_weighs_more_than_an_expiry() =>
        Verdicts.Of([.. Proven, Check.Failed(CheckKind.NotExpired, Reason.Expired), Check.Failed(CheckKind.NotRevoked, Reason.Revoked)]).ShouldBe(Verdict.Revoked);

    [Fact]
    public void A_status_list_that_is_not_trusted_is_not_a_revocation() =>
        Verdicts.Of([Check.Failed(CheckKind.NotRevoked, Reason.StatusNotTrusted)]).ShouldBe(Verdict.Invalid);

    [Fact]
    public void Endorsements_and_schema_never_speak_against_a_credential() =>
        Verdicts.Of([.. Proven, Check.Failed(CheckKind.Endorsements, Reason.InnerInvalid), Check.Unknown(CheckKind.Schema, Reason.SchemaUnknown)])
            .ShouldBe(Verdict.Valid);

    private static Check[][] Ways(CheckKind kind, Reason failed) => [[], [Check.Passed(kind)], [Check.Unknown(kind, Reason.TooMany)], [Check.Failed(kind, failed)]];
}
