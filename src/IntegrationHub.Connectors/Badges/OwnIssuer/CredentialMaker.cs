using System.Security.Cryptography;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>Makes the signed credential of an award: with a place in the status list, and what third parties say of it.</summary>
internal sealed class CredentialMaker(
    IStatusLists lists,
    EndorsementShelf endorsements,
    CredentialMapping mapping,
    Signing signing,
    ISecrets secrets,
    TimeProvider time)
{
    private const int SaltBytes = 12;

    /// <summary>Makes a credential that is not kept yet.</summary>
    public async Task<Credential> Make(CredentialId id, Institution institution, BadgeOrder order, CancellationToken cancellation)
    {
        var issued = time.GetUtcNow();
        var unsigned = new Credential
        {
            Id = id,
            Award = order.Award.Id,
            Holder = new(
                order.Learner.Id,
                order.MicroCredential.Code,
                order.Learner.Language,
                $"urn:uuid:{Guid.NewGuid()}",
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes))),
            Digest = "",
            Status = await lists.Allocate(institution.Id, cancellation),
            Renews = order.Award.Renews is { } cycle
                ? CredentialId.Of(new(order.Award.Id.Dossier, cycle), secrets.Pepper(institution))
                : null,
            Awarded = order.Award.Earned,
            Issued = new(issued.Ticks - (issued.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
            ValidUntil = order.MicroCredential.Validity is { } validity
                ? order.Award.ValidUntil ?? validity.Until(order.Award.Earned, institution.Zone)
                : null,
        };
        var set = await endorsements.Of(institution, order.MicroCredential, order.Learner.Language, cancellation);
        var documents = signing.Both(institution, mapping.Of(institution, order, unsigned, set).ToUtf8(), unsigned.Issued);
        return unsigned with { Documents = documents, Digest = documents.ComputeDigest() };
    }
}
