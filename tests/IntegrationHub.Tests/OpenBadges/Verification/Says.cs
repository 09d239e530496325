using IntegrationHub.OpenBadges.Verification;
using Shouldly;

namespace IntegrationHub.Tests.OpenBadges.Verification;

/// <summary>What reports are held to.</summary>
internal static class Says
{
    public static void ShouldSay(
        this VerificationReport report, CheckKind kind, CheckOutcome outcome, VerificationReason reason = VerificationReason.None)
    {
        var check = report[kind].ShouldNotBeNull();
        (check.Outcome, check.Reason).ShouldBe((outcome, reason), $"{kind}: {check.Detail}; all: {string.Join(", ", report.Checks)}");
    }

    public static void ShouldBe(this VerificationReport report, VerificationVerdict verdict) =>
        report.Verdict.ShouldBe(verdict, string.Join(", ", report.Checks));
}
