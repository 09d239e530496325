using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using IntegrationHub.OpenBadges;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Functions.Security;

/// <summary>Seals the secret part of a key before it is kept; without an admin key it stays open, and in memory.</summary>
internal sealed class SealedXmlEncryptor(AdminKey adminKey) : IXmlEncryptor
{
    internal static readonly XName Sealed = "sealed";
    internal static readonly XName By = "by";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => adminKey.Seal is { } seal
        ? new(new XElement(Sealed, new XAttribute(By, seal.Name), Text(seal, plaintextElement)), typeof(SealedXmlDecryptor))
        : new(new XElement("open", plaintextElement), typeof(NullXmlDecryptor));

    private static string Text(KeySeal seal, XElement plain) => Convert.ToBase64String(seal.Seal(Encoding.UTF8.GetBytes(plain.ToString())));
}

/// <summary>Opens what <see cref="SealedXmlEncryptor"/> sealed.</summary>
/// <remarks>The keys that are kept name this type: who renames it signs everybody out.</remarks>
internal sealed class SealedXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var seal = services.GetRequiredService<AdminKey>().Seal ?? throw new CryptographicException("There is no admin key.");
        return BoundedXml.Load(Encoding.UTF8.GetString(seal.Open(Convert.FromBase64String(encryptedElement.Value)))).Root!;
    }
}
