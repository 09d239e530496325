using Azure.Storage.Blobs;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage;

/// <summary>Credentials as blobs <c>{institution}/{secret}.json</c>.</summary>
internal sealed class Credentials(StorageClients clients) : ICredentials
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.Credentials);

    public async Task<Credential?> Find(CredentialId id, CancellationToken cancellation)
    {
        if (await _container.Download(Name(id), cancellation) is not { } blob)
            return null;
        return blob.Read(Name(id), PlainJson.Types.CredentialBlob).Credential(id) with { Version = blob.Details.ETag.ToString() };
    }

    public Task<bool> Save(Credential credential, CancellationToken cancellation) => _container.Upload(
        Name(credential.Id), CredentialBlob.Of(credential), PlainJson.Types.CredentialBlob, credential.Version, cancellation);

    private static string Name(CredentialId id) => $"{id.Institution}/{id.Secret}.json";
}

/// <summary>A credential as a blob; its name is the blob's.</summary>
internal sealed record CredentialBlob(
    int V,
    string Award,
    Holder? Holder,
    SignedDocuments? Documents,
    string Digest,
    StatusEntry Status,
    DateTimeOffset Awarded,
    DateTimeOffset Issued,
    DateTimeOffset? ValidUntil,
    CredentialStatus Standing,
    string? Reason,
    DateTimeOffset? StandingSince,
    DateTimeOffset? Erased,
    string? Renews = null)
{
    public static CredentialBlob Of(Credential credential) => new(
        StoredVersions.Written<CredentialBlob>(),
        credential.Award.ToString(),
        credential.Holder,
        credential.Documents,
        credential.Digest,
        credential.Status,
        credential.Awarded,
        credential.Issued,
        credential.ValidUntil,
        credential.Standing,
        credential.Reason,
        credential.StandingSince,
        credential.Erased,
        credential.Renews?.ToString());

    public Credential Credential(CredentialId id) => new()
    {
        Id = id,
        Award = IntegrationHub.Core.Model.Awards.AwardId.Parse(Award),
        Holder = Holder,
        Documents = Documents,
        Digest = Digest,
        Status = Status,
        Awarded = Awarded,
        Issued = Issued,
        ValidUntil = ValidUntil,
        Standing = Standing,
        Reason = Reason,
        StandingSince = StandingSince,
        Erased = Erased,
        Renews = CredentialId.TryParse(Renews, out var renewed) ? renewed : null,
    };
}
