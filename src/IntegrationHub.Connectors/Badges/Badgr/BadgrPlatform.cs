using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Connectors.Badges.Badgr;

/// <summary>
/// Badgr v2: Canvas Credentials, Parchment Digital Badges. The server itself refuses a second award of the same badge, unless it is said
/// to be meant: a renewal is. It keeps addresses in lower case, and compares them letter by letter.
/// </summary>
internal sealed class BadgrPlatform(OutsideClients clients, ITokens tokens, ISecrets secrets, TimeProvider time) : IBadgePlatform
{
    /// <inheritdoc/>
    public string Kind => "badgr";

    /// <inheritdoc/>
    public async Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation)
    {
        var badgr = Connect(institution, connection);
        if (order.BadgeClass is null)
            throw new OutsideException(
                OutsideFault.Refused,
                "Badgr needs a badge class: state badge.class in the micro-credential's file.");
        if (order.MayExist && await Find(badgr, order, cancellation) is { } earlier)
            return earlier;

        try
        {
            var awarded = await badgr.Ask((api, token) => api.Award(token, order.BadgeClass!, Award(order), cancellation), cancellation);
            return awarded.Select(Issued).FirstOrDefault(b => b is not null)
                ?? throw Faults.Unreadable(BadgrConnection.System.Name, "the award", "success and no badge");
        }
        catch (OutsideException e) when (e.Fault == OutsideFault.Refused)
        {
            // A duplicate is refused like a fault is; only a look tells them apart, whatever words the version uses.
            if (await Find(badgr, order, cancellation) is { } held)
                return held;
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation) =>
        order.BadgeClass is null ? Task.FromResult<IssuedBadge?>(null) : Find(Connect(institution, connection), order, cancellation);

    /// <inheritdoc/>
    public Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation) =>
        change.To switch
        {
            CredentialStatus.Suspended => throw new OutsideException(
                OutsideFault.Refused,
                "Badgr cannot suspend a badge. Revoke the award, or uphold it."),
            CredentialStatus.Revoked => BadgrRevocations.Revoke(Connect(institution, connection), change, cancellation),
            _ => BadgrRevocations.MustStand(Connect(institution, connection), change, cancellation),
        };

    private BadgrConnection Connect(Institution institution, Connection connection) =>
        new(clients.For<IBadgrApi>(BadgrConnection.System, institution, connection), tokens, secrets, time, institution, connection);

    private static async Task<IssuedBadge?> Find(BadgrConnection badgr, BadgeOrder order, CancellationToken cancellation)
    {
        var (address, end) = (Address(order), Moment(order.Award.ValidUntil));
        var held = await badgr.Ask((api, token) => api.Assertions(token, order.BadgeClass!, address, cancellation), cancellation);
        return held
            .Where(assertion => !assertion.Revoked && Holds(assertion.Recipient, address))
            // What it renews is held as well, and ends earlier; what the first releases issued has no end there.
            .Where(assertion => order.Award.Renews is null || Moment(assertion.Expires) == end)
            .OrderByDescending(assertion => Moment(assertion.Expires) == end)
            .Select(Issued)
            .FirstOrDefault(badge => badge is not null);
    }

    // Badgr refuses a date in the future, and its clock is not ours.
    private BadgrAward Award(BadgeOrder order)
    {
        var now = time.GetUtcNow().AddSeconds(-5);
        var issued = order.Award.Earned < now ? order.Award.Earned : now;
        return new(
            new BadgrRecipient(Address(order), "email", Hashed: true),
            Moment(issued)!,
            Moment(order.Award.ValidUntil),
            order.Narrative,
            AllowDuplicateAwards: order.Award.Renews is not null);
    }

    private static string Address(BadgeOrder order) => order.Email.ToLowerInvariant();

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static IssuedBadge? Issued(BadgrAssertion assertion) =>
        assertion is { EntityId: { } id, OpenBadgeId: { } link } ? new(id, link) : null;

    // A filter that the other side does not know must never hand us somebody else's badge.
    private static bool Holds(BadgrRecipient? recipient, string email) =>
        recipient switch
        {
            { PlaintextIdentity: { } plain } => plain.Equals(email, StringComparison.OrdinalIgnoreCase),
            { Hashed: false, Identity: { } plain } => plain.Equals(email, StringComparison.OrdinalIgnoreCase),
            { Identity: { } hash } => hash
                == $"sha256${Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email + recipient.Salt)))}",
            _ => false,
        };
}
