using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// The addresses under which anybody reaches what an institution issues. They stand in signed documents: they never change.
/// </summary>
/// <param name="publicBase">The hub's public address (<c>PublicBaseUrl</c>), never taken from a request.</param>
public sealed class PublicAddresses(Uri publicBase)
{
    /// <summary>The console's first page.</summary>
    public Uri Console => new(publicBase, "/");

    /// <summary>An award's page in the console.</summary>
    public Uri Award(AwardId award) => new(publicBase, $"/awards/{award}");

    /// <summary>A credential's public page; with an extension (<c>json</c>, <c>jwt</c>, <c>png</c>, <c>svg</c>) its file.</summary>
    public Uri Credential(CredentialId id, string? extension = null) =>
        At(extension is null ? $"credentials/{id}" : $"credentials/{id}.{extension}");

    /// <summary>The institution's profile as issuer.</summary>
    public Uri Issuer(string institution) => At($"issuers/{institution}");

    /// <summary>The institution's logo.</summary>
    public Uri Logo(string institution) => At($"issuers/{institution}/logo");

    /// <summary>The institution's DID document.</summary>
    public Uri DidDocument(string institution) => At($"issuers/{institution}/did.json");

    /// <summary>A public key as a bare JWK.</summary>
    public Uri Key(string institution, string thumbprint) => At($"issuers/{institution}/keys/{thumbprint}");

    /// <summary>A micro-credential in a version and a language, as an achievement.</summary>
    public Uri Achievement(string institution, string code, int version, string language) =>
        At($"issuers/{institution}/achievements/{code}/{version}/{language}");

    /// <summary>The badge's picture, not baked.</summary>
    public Uri Picture(string institution, string code, int year, string language) =>
        At($"issuers/{institution}/badges/{code}/{year}/{language}.png");

    /// <summary>A status list.</summary>
    public Uri StatusList(string institution, StatusPurpose purpose, int list) =>
        At($"issuers/{institution}/status/{purpose}-{list}".ToLowerInvariant());

    /// <summary>The learner's private page.</summary>
    public Uri Holder(string token) => At($"learner/{token}");

    /// <summary>The way from the learner's page to the end-of-learning survey, counted.</summary>
    public Uri Survey(string token) => At($"learner/{token}/survey");

    /// <summary>Where a source sends its deliveries.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source's name.</param>
    /// <param name="key">What a secret address ends in; null where it is none.</param>
    public Uri Hook(string institution, string source, string? key = null) =>
        At($"hooks/{institution}/{source}{(key is null ? "" : $"~{Uri.EscapeDataString(key)}")}");

    /// <summary>The same as people may see it: in a secret address the name of the setting stands for the key.</summary>
    public Uri Hook(string institution, Source source) =>
        Hook(
            institution,
            source.Name,
            source.Authentication == AuthenticationSchemes.SecretAddress
                ? source.Secrets.GetValueOrDefault(AuthenticationSchemes.AddressKey)?.Current
                : null);


    /// <summary>Reads back the address of a credential's public page, as signed documents name it.</summary>
    public bool TryCredential(string? address, out CredentialId id)
    {
        id = default;
        return Uri.TryCreate(address, UriKind.Absolute, out var page)
            && CredentialId.TryParse(page.Segments[^1], out id)
            && Credential(id) == page;
    }

    /// <summary>Whether an address is one of the hub's own.</summary>
    public bool IsOwn(Uri address) => address.IsAbsoluteUri && address.Authority == publicBase.Authority;

    private Uri At(string path) => new(publicBase, path);
}
