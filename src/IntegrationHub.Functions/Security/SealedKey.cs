using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;

namespace IntegrationHub.Functions.Security;

/// <summary>
/// What of the kept keys may be believed. Whoever can write to the storage can put there what they like: only what a secret
/// sealed that they do not have speaks for itself, and nothing else is handed to Data Protection, which would create the
/// types that an element names.
/// </summary>
internal static class SealedKey
{
    private static readonly XName Secret = XName.Get("encryptedSecret", "http://schemas.asp.net/2015/03/dataProtection");
    private static readonly XName[] Open = ["encryption", "validation"];

    /// <summary>Whether it says that keys are revoked: it has no secret, and all that it can do is sign people out.</summary>
    public static bool IsRevocation(XElement element) => element.Name == "revocation";

    /// <summary>Whether it is a key whose whole secret a seal has sealed.</summary>
    public static bool IsOf(KeySeal seal, XElement element) =>
        element.Name == "key"
        && element.Elements("descriptor").ToList() is [var descriptor]
        && Names(descriptor, "deserializerType", typeof(AuthenticatedEncryptorDescriptorDeserializer))
        && descriptor.Elements().ToList() is [{ Name.LocalName: "descriptor" } parts]
        && parts.Elements().Where(part => !Open.Contains(part.Name)).ToList() is [var secret]
        && element.Descendants(Secret).ToList() is [var only] && only == secret
        && Names(secret, "decryptorType", typeof(SealedXmlDecryptor))
        && secret.Elements().ToList() is [var text]
        && text.Name == SealedXmlEncryptor.Sealed
        && text.Attribute(SealedXmlEncryptor.By)?.Value == seal.Name;

    /// <summary>Compares without creating: in another version the assembly has another name.</summary>
    private static bool Names(XElement element, string attribute, Type type) =>
        element.Attribute(attribute)?.Value.Split(',')[0] == type.FullName;
}
