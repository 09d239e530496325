using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>The hub as the institution's own issuer. A credential is named after its award: a repeated issue finds the first.</summary>
internal sealed class HubIssuer(
    ICredentials credentials,
    IHoldings holdings,
    CredentialMaker maker,
    CredentialStatusPublisher publisher,
    PublicAddresses addresses,
    ISecrets secrets) : IBadgePlatform
{
    /// <inheritdoc/>
    public string Kind => OwnIssuerKind.Name;

    /// <inheritdoc/>
    public bool IsTheHub => true;

    /// <inheritdoc/>
    public async Task<IssuedBadge> Issue(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation)
    {
        var id = CredentialId.Of(order.Award.Id, secrets.Pepper(institution));
        var credential = order.MayExist ? await credentials.Find(id, cancellation) : null;
        if (credential is null)
        {
            var made = await maker.Make(id, institution, order, cancellation);
            credential = await credentials.Save(made, cancellation) ? made : (await credentials.Find(id, cancellation))!;
        }

        if (credential.Holder is not { } holder)
            throw new OutsideException(OutsideFault.Refused, "The credential's holder was erased; nothing more is issued for this award.");
        await holdings.Save(
            new()
            {
                Credential = id,
                Learner = holder.Learner,
                Award = credential.Award,
                MicroCredential = holder.MicroCredential,
                Issued = credential.Issued,
            },
            cancellation);
        return new(id.ToString(), addresses.Credential(id));
    }

    /// <inheritdoc/>
    public async Task<IssuedBadge?> Find(Institution institution, Connection connection, BadgeOrder order, CancellationToken cancellation)
    {
        var id = CredentialId.Of(order.Award.Id, secrets.Pepper(institution));
        return await credentials.Find(id, cancellation) is { Standing: not CredentialStatus.Revoked }
            ? new(id.ToString(), addresses.Credential(id))
            : null;
    }

    /// <inheritdoc/>
    public async Task Change(Institution institution, Connection connection, BadgeChange change, CancellationToken cancellation)
    {
        if (!CredentialId.TryParse(change.Reference, out var id))
            throw new OutsideException(
                OutsideFault.Refused,
                "The badge was issued by a platform that the institution does not use any more: change it there.");
        var credential = await publisher.Carry(
            new(id, change.To, change.At, change.To == CredentialStatus.Valid ? null : change.Reason),
            cancellation) ?? throw new OutsideException(OutsideFault.Refused, $"The hub keeps no credential {id}.");
        if (credential.Standing == change.To)
            return;
        throw credential.Standing == CredentialStatus.Revoked
            ? new OutsideException(
                OutsideFault.Refused,
                "The credential is revoked, and that is for good: award the micro-credential again for a new one.")
            : new OutsideException(
                OutsideFault.Throttled,
                "A later word on the credential is being carried through; this one is looked at again.");
    }
}
