using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Storage;

/// <summary>The keys that protect cookies and forms: one text, the same for every instance. Whoever writes it has sealed it.</summary>
/// <remarks>Not asynchronous: what asks for it, ASP.NET's Data Protection, is not.</remarks>
public interface IKeyRing
{
    /// <summary>What was written last.</summary>
    /// <returns>Null where nothing was written yet.</returns>
    /// <exception cref="StorageSilentException">The storage does not answer within seconds.</exception>
    KeyRingText? Read();

    /// <summary>Writes the first text, or replaces the version that was read.</summary>
    /// <param name="text">The keys, sealed.</param>
    /// <param name="version">The version that was read; null where there was none.</param>
    /// <returns>False where another instance was quicker.</returns>
    /// <exception cref="StorageSilentException">The storage does not answer within seconds.</exception>
    bool Write(string text, string? version);
}

/// <summary>The keys as they are kept.</summary>
/// <param name="Text">The keys, sealed.</param>
/// <param name="Version">The text's version.</param>
public sealed record KeyRingText(string Text, string Version);

/// <summary>One blob. A request may wait for it, so it gives up soon.</summary>
internal sealed class KeyRing(StorageClients clients, TimeProvider time) : IKeyRing
{
    /// <summary>The blob's name.</summary>
    internal const string Name = "keys.xml";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly BlobContainerClient _container = clients.Blobs.GetBlobContainerClient(StorageNames.DataProtection);

    public KeyRingText? Read() => Ask<KeyRingText?>(stop =>
    {
        try
        {
            BlobDownloadResult blob = _container.GetBlobClient(Name).DownloadContent(stop);
            return new(blob.Content.ToString(), blob.Details.ETag.ToString());
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    });

    public bool Write(string text, string? version) => Ask(stop =>
    {
        // The first page may be asked for before the containers are made.
        if (version is null)
            _container.CreateIfNotExists(cancellationToken: stop);
        try
        {
            var conditions = Blob.Replacing(version);
            _container.GetBlobClient(Name).Upload(new BinaryData(text), new BlobUploadOptions { Conditions = conditions }, stop);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            return false;
        }
    });

    private T Ask<T>(Func<CancellationToken, T> ask)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return ask(patience.Token);
        }
        catch (Exception failure) when (Outage.Is(failure, CancellationToken.None))
        {
            throw Outage.Of(failure);
        }
    }
}
