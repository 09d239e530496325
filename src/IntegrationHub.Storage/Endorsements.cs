using Azure.Storage.Blobs;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Storage;

/// <summary>
/// The endorsements of one thing as one blob, <c>{institution}/{subject}.json</c>: they are few, and always wanted together.
/// </summary>
internal sealed class Endorsements(StorageClients clients) : IEndorsements
{
    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.Endorsements);

    public async Task<IReadOnlyList<Endorsement>> Of(string institution, EndorsementSubject subject, CancellationToken cancellation) =>
        (await Read(Name(institution, subject), cancellation)).Found;

    public async Task Keep(string institution, EndorsementSubject subject, Endorsement endorsement, CancellationToken cancellation)
    {
        var name = Name(institution, subject);
        while (true)
        {
            var (found, version) = await Read(name, cancellation);
            Endorsement[] kept = [.. found.Where(other => other.Id != endorsement.Id), endorsement];
            if (await _container.Upload(name, kept, PlainJson.Types.EndorsementArray, version, cancellation))
                return;
        }
    }

    public Task Erase(string institution, EndorsementSubject subject, CancellationToken cancellation) =>
        _container.DeleteBlobIfExistsAsync(Name(institution, subject), cancellationToken: cancellation);

    private async Task<(IReadOnlyList<Endorsement> Found, string? Version)> Read(string name, CancellationToken cancellation) =>
        await _container.Download(name, cancellation) is { } blob
            ? (blob.Read(name, PlainJson.Types.EndorsementArray), blob.Details.ETag.ToString())
            : ([], null);

    private static string Name(string institution, EndorsementSubject subject) => $"{institution}/{subject}.json";
}
