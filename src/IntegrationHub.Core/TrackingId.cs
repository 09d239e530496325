using System.Security.Cryptography;

namespace IntegrationHub.Core;

/// <summary>Ids under which a delivery, or what a person did, is followed through all stages.</summary>
public static class TrackingId
{
    /// <summary>A new one: random, sixteen characters of lower-case base 32.</summary>
    public static string New() => Base32.Encode(RandomNumberGenerator.GetBytes(10));
}
