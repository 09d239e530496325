using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>Badgr knows one change of a badge, its revocation, and that is for good.</summary>
internal static class BadgrRevocations
{
    /// <summary>Revokes the badge; one that is revoked already is success.</summary>
    public static async Task Revoke(BadgrConnection badgr, BadgeChange change, CancellationToken cancellation)
    {
        try
        {
            await badgr.Ask((api, token) => api.Revoke(token, change.Reference, new(Reason(change)), cancellation), cancellation);
        }
        catch (OutsideException e) when (e.Fault == OutsideFault.Refused)
        {
            // "Already revoked" is refused like a fault is; only a look tells them apart, whatever words the version uses.
            if (!await IsRevoked(badgr, change, cancellation))
                throw;
        }
    }

    /// <summary>Sees that the badge stands.</summary>
    public static async Task MustStand(BadgrConnection badgr, BadgeChange change, CancellationToken cancellation)
    {
        if (await IsRevoked(badgr, change, cancellation))
            throw new OutsideException(
                OutsideFault.Refused,
                "The badge is permanently revoked in Badgr. For a new one, award the micro-credential again.");
    }

    private static async Task<bool> IsRevoked(BadgrConnection badgr, BadgeChange change, CancellationToken cancellation)
    {
        var found = await badgr.Ask((api, token) => api.Assertion(token, change.Reference, cancellation), cancellation);
        return found.FirstOrDefault(assertion => assertion.EntityId == change.Reference)?.Revoked
            ?? throw Faults.Unreadable(BadgrConnection.System.Name, "a badge request", "success and no badge");
    }

    /// <summary>Badgr wants a reason and shows it; in both languages, for whom it is shown to is not known.</summary>
    private static string Reason(BadgeChange change)
    {
        if (change.Reason is { Length: > 0 } reason)
            return reason;
        var both = ConnectorTexts.Both("badge.revoked.noReason");
        return $"{both.Fr} / {both.En}";
    }
}
