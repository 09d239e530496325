using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>Whether an issuer can sign, and whether what it signs can be checked.</summary>
internal sealed class IssuerCheck(SigningKeys keys, PublicAddresses addresses) : IInstitutionCheck
{
    /// <inheritdoc/>
    public BilingualText? Fault(Institution institution) => keys.Fault(institution) ?? MisplacedDid(institution);

    /// <summary>
    /// A DID on the hub's own address leads to the institution's own document there, or its credentials could never be checked.
    /// </summary>
    private BilingualText? MisplacedDid(Institution institution)
    {
        if (institution.Issuer is not { } issuer)
            return null;
        if (!DidWeb.TryToAddress(issuer.Did, out var document))
            return new(
                $"Le DID de l’établissement «\u00a0{institution.Id}\u00a0» est mal formé\u00a0: "
                    + $"écrivez-le comme did:web:hub.example.ca:issuers:{institution.Id}.",
                $"The DID of the institution '{institution.Id}' is malformed: write it as did:web:hub.example.ca:issuers:{institution.Id}."
            );
        return !addresses.IsOwn(document) || document.AbsolutePath == addresses.DidDocument(institution.Id).AbsolutePath
            ? null
            : new(
                $"Le DID de l’établissement «\u00a0{institution.Id}\u00a0» mène à un autre document du carrefour\u00a0: "
                    + $"à l’adresse du carrefour, il finit par «\u00a0:issuers:{institution.Id}\u00a0».",
                $"The DID of the institution '{institution.Id}' leads to another of the hub’s documents: "
                    + $"at the hub’s address, it ends with ':issuers:{institution.Id}'."
            );
    }
}
