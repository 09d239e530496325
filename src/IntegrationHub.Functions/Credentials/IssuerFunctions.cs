using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>What anybody needs to check an institution's credentials.</summary>
public sealed class IssuerFunctions(
    IInstitutions institutions,
    IssuerDocuments documents,
    StatusListDocuments lists,
    BadgePictures pictures,
    Absence absence)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The institution's profile.</summary>
    [Function("Issuer")]
    public IResult Profile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}")] HttpRequest request,
        string institution) =>
        Of(institution) is { } issuer
            ? PublicDocument.Of(request, documents.Profile(issuer), PublicDocument.JsonLd, Hour)
            : absence.Document(request, institution);

    /// <summary>The DID document of its <c>did:web</c>.</summary>
    [Function("IssuerDid")]
    public IResult Did(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/did.json")] HttpRequest request,
        string institution) =>
        Of(institution) is { } issuer
            ? PublicDocument.Of(request, documents.Did(issuer), "application/did+json", Minute)
            : absence.Document(request, institution);

    /// <summary>One of its public keys as a bare JWK, which a JWT's <c>kid</c> points to.</summary>
    [Function("IssuerKey")]
    public IResult Key(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/keys/{thumbprint}")] HttpRequest request,
        string institution,
        string thumbprint) =>
        Of(institution) is { } issuer && documents.Key(issuer, thumbprint) is { } key
            ? PublicDocument.Of(request, key, "application/jwk+json", Minute)
            : absence.Document(request, institution);

    /// <summary>A micro-credential in a version and a language.</summary>
    [Function("IssuerAchievement")]
    public IResult Achievement(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/achievements/{code}/{version:int}/{language}")]
        HttpRequest request,
        string institution,
        string code,
        int version,
        string language) =>
        Of(institution) is { } issuer && documents.Achievement(issuer, code, version, language) is { } achievement
            ? PublicDocument.Of(request, achievement, PublicDocument.JsonLd, Hour)
            : absence.Document(request, institution);

    /// <summary>A signed status list, e.g. <c>revocation-0</c>.</summary>
    [Function("IssuerStatus")]
    public async Task<IResult> Status(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/status/{list}")] HttpRequest request,
        string institution,
        string list,
        CancellationToken cancellation) =>
        Of(institution) is { } issuer && await lists.Read(issuer, list, cancellation) is { } signed
            ? PublicDocument.Of(request, signed, PublicDocument.Credential, StatusListDocuments.Keep)
            : absence.Document(request, institution);

    /// <summary>A badge's picture, without a credential in it.</summary>
    [Function("IssuerBadge")]
    public IResult Badge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/badges/{code}/{year:int}/{file}")]
            HttpRequest request,
        string institution,
        string code,
        int year,
        string file) =>
        Of(institution) is { } issuer && pictures.Plain(issuer, code, year, file) is { } picture
            ? PublicDocument.Of(request, picture.Content, picture.MediaType, Hour)
            : absence.Document(request, institution);

    /// <summary>The institution's logo.</summary>
    [Function("IssuerLogo")]
    public IResult Logo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/logo")] HttpRequest request,
        string institution) =>
        Of(institution)?.Issuer?.Logo is { } logo
            ? PublicDocument.Of(request, logo.Content, logo.MediaType, Hour)
            : absence.Document(request, institution);

    /// <summary>The institution's colours for its public pages; the address changes with them.</summary>
    [Function("IssuerColours")]
    public IResult Colours(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "issuers/{institution}/colours.css")] HttpRequest request,
        string institution) =>
        institutions.Find(institution, out var found) == InstitutionState.InForce
            ? PublicDocument.Of(request, InstitutionStyle.Sheet(found!), InstitutionStyle.MediaType, Hour)
            : absence.Document(request, institution);

    private Institution? Of(string institution) =>
        institutions.Find(institution, out var found) == InstitutionState.InForce && found!.Issuer is not null ? found : null;
}
