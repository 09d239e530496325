using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Storage;

/// <summary>Raw payloads as blobs <c>{day}/{institution}/{tracking id}.json</c>.</summary>
internal sealed class Payloads(StorageClients clients) : IPayloads
{
    private const string DayFormat = "yyyyMMdd";

    /// <summary>Sorts after every day, so that the purge never meets what is held.</summary>
    private const string HeldPrefix = "held/";

    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.Payloads);

    /// <summary>The institution whose delivery is, or would be, at an address; null where it is no address.</summary>
    public static string? OwnerOf(string address) => address.Split('/') is [.., var owner, _] ? owner : null;

    public async Task<string> Keep(string institution, string trackingId, StoredDelivery delivery, CancellationToken cancellation)
    {
        var address = $"{delivery.Received.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture)}/{institution}/{trackingId}.json";
        await Write(address, delivery, cancellation);
        return address;
    }

    public async Task<StoredDelivery?> Read(string address, CancellationToken cancellation) =>
        (await Download(address, cancellation))?.Delivery;

    public async Task<string> Hold(string address, string name, CancellationToken cancellation)
    {
        var held = $"{HeldPrefix}{Row.Key(name)}/{address}";
        if (!address.StartsWith(HeldPrefix, StringComparison.Ordinal) && await Read(address, cancellation) is { } delivery)
            await Write(held, delivery, cancellation);
        return held;
    }

    public async Task<FreedDelivery?> Free(string heldAddress, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Download(heldAddress, cancellation) is not var (delivery, version))
            return null;
        var parts = heldAddress.Split('/');
        return new(
            await Keep(parts[^2], Path.GetFileNameWithoutExtension(parts[^1]), delivery.KeptAnew(now), cancellation),
            version.ToString());
    }

    public async Task Drop(string heldAddress, string? hold, CancellationToken cancellation)
    {
        try
        {
            var conditions = hold is null ? null : new BlobRequestConditions { IfMatch = new(hold) };
            await _container.DeleteBlobIfExistsAsync(heldAddress, conditions: conditions, cancellationToken: cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // It was held again meanwhile.
        }
    }

    public async Task<int> Purge(DateTimeOffset before, CancellationToken cancellation)
    {
        var (last, purged) = (before.UtcDateTime.ToString(DayFormat, CultureInfo.InvariantCulture), 0);
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (string.CompareOrdinal(blob.Name, last) >= 0)
                break;
            await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
            purged++;
        }

        return purged;
    }

    public async Task<int> Erase(string institution, Func<StoredDelivery, Task<bool>> isToGo, CancellationToken cancellation)
    {
        var erased = 0;
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (OwnerOf(blob.Name) is var owner
                && (owner == institution || owner == AttentionItem.OfTheHub)
                && await Read(blob.Name, cancellation) is { } delivery
                && await isToGo(delivery)
                && await _container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation))
                erased++;
        }

        return erased;
    }

    private async Task<(StoredDelivery Delivery, ETag Version)?> Download(string address, CancellationToken cancellation)
    {
        try
        {
            var blob = await Outage.Told(
                async () => (await _container.GetBlobClient(address).DownloadContentAsync(cancellation)).Value,
                cancellation);
            return (blob.Read(address, PlainJson.Types.StoredDelivery), blob.Details.ETag);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private async Task Write(string address, StoredDelivery delivery, CancellationToken cancellation)
    {
        var content = new BinaryData(JsonSerializer.SerializeToUtf8Bytes(delivery, PlainJson.Types.StoredDelivery));
        await _container
            .GetBlobClient(address)
            .UploadAsync(content, new BlobUploadOptions { Metadata = StoredVersions.MetadataOf<StoredDelivery>() }, cancellation);
    }
}
