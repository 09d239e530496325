using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Verification;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// Verifies anybody's credential. Of its own the hub knows more than the one list that the credential points to: whether
/// what shows there as revoked is only suspended (decision record 9).
/// </summary>
public sealed class HubVerifier(
    CredentialVerifier verifier,
    ICredentials credentials,
    IInstitutions institutions,
    PublicAddresses addresses)
{
    /// <summary>All that can be found out about a file.</summary>
    public async Task<VerificationReport> Verify(ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        var report = await verifier.Verify(file, cancellation);
        return
            report.Verdict == VerificationVerdict.Revoked
            && await Own(report.Facts!, cancellation) is { Standing: CredentialStatus.Suspended } suspended
            ? report with
            {
                Checks = [.. report.Checks.Select(check => Corrected(check, suspended))],
            }
            : report;
    }

    private async Task<Credential?> Own(CredentialFacts facts, CancellationToken cancellation) =>
        addresses.TryCredential(facts.Id, out var credential)
        && institutions.TryGet(credential.Institution, out var institution)
        && institution.Issuer?.Did == facts.IssuerId
            ? await credentials.Find(credential, cancellation)
            : null;

    private static VerificationCheck Corrected(VerificationCheck check, Credential suspended) =>
        check.Kind switch
        {
            CheckKind.NotRevoked => new(check.Kind, CheckOutcome.Passed),
            CheckKind.NotSuspended => new(check.Kind, CheckOutcome.Failed, VerificationReason.Suspended, suspended.Reason),
            _ => check,
        };
}
