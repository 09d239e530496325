using System.Xml.Linq;
using IntegrationHub.OpenBadges;
using IntegrationHub.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// The keys that protect cookies and forms, for all instances. Only what is sealed leaves the process: without an admin key
/// they are this process's alone, as there is nothing to seal them with. Nothing is ever written to the disk.
/// </summary>
internal sealed class KeyRepository(IKeyRing ring, AdminKey adminKey) : IXmlRepository
{
    private const int MostAttempts = 10;

    private readonly Lock _gate = new();
    private readonly List<XElement> _unsealed = [];
    private HashSet<string> _known = [];

    /// <summary>The keys that can be opened: those of an earlier admin key are gone with it.</summary>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
        {
            var kept = Read().Keys.Where(IsOurs).ToList();
            _known = [.. kept.Select(Text)];
            return [.. _unsealed.Select(element => new XElement(element)), .. kept];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
        {
            if (SealOf(element) is null)
            {
                _unsealed.Add(new(element));
                return;
            }

            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var (keys, version) = Read();
                // Instances that start at once each make a key; the first one's is everybody's, which is read again after this.
                if (keys.Any(key => IsOurs(key) && !_known.Contains(Text(key))))
                    return;
                if (ring.Write(new XElement("keys", keys, element).ToString(), version))
                    return;
            }

            throw new IOException("The key could not be kept: others write all the time.");
        }
    }

    private (IReadOnlyList<XElement> Keys, string? Version) Read() => adminKey.Seal is not null && ring.Read() is { } kept
        ? ([.. BoundedXml.Load(kept.Text).Root!.Elements()], kept.Version)
        : ([], null);

    private bool IsOurs(XElement key) => SealOf(key) is not { } seal || seal == adminKey.Seal?.Name;

    private static string? SealOf(XElement element) =>
        element.Descendants(SealedXmlEncryptor.Sealed).FirstOrDefault()?.Attribute(SealedXmlEncryptor.By)?.Value;

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
