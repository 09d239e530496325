using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Storage.Backup;

/// <summary>
/// Brings together what backup and storage say of a credential: the later word counts, a revocation is for good
/// (<see cref="CredentialStatusChange"/>), and its bits follow. Of a credential that only one of them knows both keep their bits.
/// </summary>
internal sealed class RestoredStandings
{
    /// <summary>By list (<c>institution/number</c>) and place.</summary>
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, CredentialStatus>> _known = new();

    /// <summary>A credential of the backup, with what was said of it later.</summary>
    public BinaryData Credential(BlobLine blob, BinaryData backup, BlobDownloadResult? here)
    {
        if (here is null || Read(backup, blob.Metadata) is not { } restored || Read(here.Content, here.Details.Metadata) is not { } known)
            return backup;
        var isLater =
            restored.Standing != CredentialStatus.Revoked
            && (known.Standing == CredentialStatus.Revoked || known.StandingSince > (restored.StandingSince ?? DateTimeOffset.MinValue));
        var now = isLater
            ? restored with
            {
                Standing = known.Standing,
                StandingSince = known.StandingSince,
                Reason = restored.Erased is null ? known.Reason : null,
            }
            : restored;
        var list = string.Create(CultureInfo.InvariantCulture, $"{blob.Name.Split('/')[0]}/{now.Status.List}");
        _known.GetOrAdd(list, _ => new())[now.Status.Index] = now.Standing;
        return isLater ? new(JsonSerializer.SerializeToUtf8Bytes(now, PlainJson.Types.CredentialBlob)) : backup;
    }

    /// <summary>A status list of the backup, once all its credentials are there.</summary>
    public BinaryData List(BlobLine blob, BinaryData backup, BlobDownloadResult? here)
    {
        if (here is null
            || blob.Name.Split('/') is not [var institution, var name, var list]
            || !Enum.TryParse<StatusPurpose>(name, ignoreCase: true, out var purpose))
            return backup;
        var bits = backup.ToArray();
        foreach (var (at, byteHere) in here.Content.ToArray().Index().Take(bits.Length))
            bits[at] |= byteHere;
        foreach (var (index, status) in _known.GetValueOrDefault($"{institution}/{list}") ?? [])
        {
            var (at, mask) = (index / 8, (byte)(0x80 >> (index % 8)));
            bits[at] = (byte)(status.Shows(purpose) ? bits[at] | mask : bits[at] & ~mask);
        }

        return new(bits);
    }

    /// <returns>Null where it cannot be read: then it says nothing.</returns>
    private static CredentialBlob? Read(BinaryData content, IDictionary<string, string>? metadata)
    {
        try
        {
            StoredVersions.Check<CredentialBlob>(metadata ?? new Dictionary<string, string>(), "");
            return content.ToObjectFromJson(PlainJson.Types.CredentialBlob);
        }
        catch (Exception failure) when (failure is JsonException or NewerShapeException)
        {
            return null;
        }
    }
}
