using System.Xml.Linq;
using IntegrationHub.Core.Failures;
using IntegrationHub.OpenBadges;
using IntegrationHub.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// The keys that protect cookies and forms, for all instances. Only what is sealed leaves the process: without an admin key
/// they are this process's alone, as there is nothing to seal them with. Nothing is ever written to the disk.
/// </summary>
internal sealed class KeyRepository(IKeyRing ring, AdminKey adminKey, TimeProvider time) : IXmlRepository
{
    private const int MostAttempts = 10;

    /// <summary>How long the storage is not asked again once it was silent: each request would wait for it in turn.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly List<XElement> _unsealed = [];
    private IReadOnlyList<XElement>? _last;
    private DateTimeOffset _restsUntil;

    /// <summary>
    /// The keys that can be opened: those of an earlier admin key are gone with it. While the storage is silent they are those
    /// that were read last.
    /// </summary>
    /// <exception cref="StorageSilentException">The storage is silent, and nothing was read before.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
        {
            try
            {
                _last = [.. Read().Keys.Where(element => IsOurs(element) || SealedKey.IsRevocation(element))];
            }
            catch (StorageSilentException) when (_last is not null)
            {
                // Those are as good as they were.
            }

            return [.. _unsealed.Concat(_last!).Select(element => new XElement(element))];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
        {
            var isRevocation = SealedKey.IsRevocation(element) && adminKey.Seal is not null;
            if (!isRevocation && !IsOurs(element))
            {
                _unsealed.Add(new(element));
                return;
            }

            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var (keys, version) = Read();
                // Instances that start at once each make a key; the first one's is everybody's, which is read again after this.
                if (!isRevocation && keys.Any(key => IsOurs(key) && _last?.Any(known => Text(known) == Text(key)) != true))
                    return;
                if (Ask(() => ring.Write(new XElement("keys", keys, element).ToString(), version)))
                    return;
            }

            throw new IOException("The key could not be kept: others write all the time.");
        }
    }

    private (IReadOnlyList<XElement> Keys, string? Version) Read() => adminKey.Seal is not null && Ask(ring.Read) is { } kept
        ? ([.. BoundedXml.Load(kept.Text).Root!.Elements()], kept.Version)
        : ([], null);

    private T Ask<T>(Func<T> ask)
    {
        if (time.GetUtcNow() < _restsUntil)
            throw new StorageSilentException("The storage was silent a moment ago: it is not asked for keys yet.");
        try
        {
            return ask();
        }
        catch (StorageSilentException)
        {
            _restsUntil = time.GetUtcNow() + Rest;
            throw;
        }
    }

    private bool IsOurs(XElement key) => adminKey.Seal is { } seal && SealedKey.IsOf(seal, key);

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
