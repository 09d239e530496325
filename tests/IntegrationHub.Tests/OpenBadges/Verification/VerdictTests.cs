using IntegrationHub.OpenBadges.Verification;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.OpenBadges.Verification;

public sealed class VerdictTests
{
    [Fact]
    public void Nothing_looked_at_is_undetermined() => Verdicts.Of([]).ShouldBe(Verdict.Undetermined);

    [Fact]
    public void A_wrong_signature_weighs_more_than_a_revocation() =>
        Verdicts.Of([Check.Failed(CheckKind.NotRevoked, Reason.Revoked), Check.Failed(CheckKind.Signature, Reason.SignatureWrong)]).ShouldBe(Verdict.Invalid);

    [Fact]
    public void A_revocation_weighs_more_than_an_expiry() =>
        Verdicts.Of([Check.Failed(CheckKind.NotExpired, Reason.Expired), Check.Failed(CheckKind.NotRevoked, Reason.Revoked)]).ShouldBe(Verdict.Revoked);

    [Fact]
    public void A_status_list_that_is_not_trusted_is_not_a_revocation() =>
        Verdicts.Of([Check.Failed(CheckKind.NotRevoked, Reason.StatusNotTrusted)]).ShouldBe(Verdict.Invalid);

    [Fact]
    public void Endorsements_and_schema_never_speak_against_a_credential() =>
        Verdicts.Of([Check.Passed(CheckKind.Signature), Check.Failed(CheckKind.Endorsements, Reason.InnerInvalid), Check.Unknown(CheckKind.Schema, Reason.SchemaUnknown)])
            .ShouldBe(Verdict.Valid);
}
