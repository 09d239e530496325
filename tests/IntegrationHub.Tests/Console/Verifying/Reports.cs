using IntegrationHub.OpenBadges.Baking;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Testing.Console;

namespace IntegrationHub.Tests.Console.Verifying;

/// <summary>Reports of verifications that never took place, with everything in them that a page can show.</summary>
internal static class Reports
{
    private static readonly CredentialFacts Facts = new()
    {
        Kind = CredentialKind.Badge,
        Id = "https://badges.example.ca/1",
        Name = "ᐃᒥᖅ",
        Description = "…",
        Criteria = "**…**",
        Comment = "…",
        IssuerId = "did:web:badges.example.ca",
        IssuerName = "الكلية",
        IssuerUrl = "https://badges.example.ca/",
        Skills = [new("water", "https://esco.example.ca/1", "ESCO")],
        AwardedDate = PublicHub.Earned,
        ValidFrom = PublicHub.Earned,
        ValidUntil = PublicHub.Earned.AddYears(2),
    };

    public static readonly VerificationReport Passed = new()
    {
        File = BadgeFileKind.Json,
        Facts = Facts,
        Checks = [.. Enum.GetValues<CheckKind>().Select(kind => new VerificationCheck(kind, CheckOutcome.Passed))],
    };

    public static readonly VerificationReport Mixed = Passed with
    {
        Checks =
        [
            new(CheckKind.Readable, CheckOutcome.Passed),
            new(CheckKind.Contexts, CheckOutcome.Failed, VerificationReason.TermUnknown, "credentialSubject.unheardOf"),
            new(CheckKind.Issuer, CheckOutcome.Unknown, VerificationReason.IssuerUnreachable),
            new(CheckKind.Schema, CheckOutcome.NotApplicable),
        ],
        Endorsements = [Passed with { Facts = Facts with { Kind = CredentialKind.Endorsement } }],
        Joined = [Passed, Passed with { Facts = null }],
    };
}
