using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace IntegrationHub.Storage;

/// <summary>Blobs that are read and written as one, conditionally.</summary>
internal static class Blob
{
    public static async Task<BlobDownloadResult?> Download(this BlobContainerClient container, string name, CancellationToken cancellation)
    {
        try
        {
            return await Outage.Told(
                async () => (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value,
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404 && failure.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <summary>The content of a blob of JSON.</summary>
    /// <exception cref="NewerShapeException">A newer release wrote it.</exception>
    public static T Read<T>(this BlobDownloadResult blob, string name, JsonTypeInfo<T> type)
    {
        StoredVersions.Check<T>(blob.Details.Metadata, name);
        return blob.Content.ToObjectFromJson(type) ?? throw new InvalidDataException($"The blob {name} is empty.");
    }

    /// <summary>Writes a new blob of JSON, or replaces the version that was read.</summary>
    /// <returns>False where another was quicker.</returns>
    public static Task<bool> Upload<T>(
        this BlobContainerClient container,
        string name,
        T content,
        JsonTypeInfo<T> type,
        string? version,
        CancellationToken cancellation) =>
        Upload(
            container,
            name,
            new(JsonSerializer.SerializeToUtf8Bytes(content, type)),
            version,
            StoredVersions.MetadataOf<T>(),
            cancellation);

    /// <summary>Writes a new blob, or replaces the version that was read.</summary>
    /// <returns>False where another was quicker.</returns>
    public static Task<bool> Upload(
        this BlobContainerClient container,
        string name,
        BinaryData content,
        string? version,
        CancellationToken cancellation) => Upload(container, name, content, version, metadata: null, cancellation);

    /// <summary>The condition that a blob is still the version that was read; null where there was none.</summary>
    public static BlobRequestConditions Replacing(string? version) =>
        version is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new BlobRequestConditions { IfMatch = new ETag(version) };

    private static async Task<bool> Upload(
        BlobContainerClient container,
        string name,
        BinaryData content,
        string? version,
        Dictionary<string, string>? metadata,
        CancellationToken cancellation)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = Replacing(version), Metadata = metadata };
            await container.GetBlobClient(name).UploadAsync(content, options, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    }
}
