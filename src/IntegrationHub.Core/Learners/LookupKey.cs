using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Learners;

/// <summary>
/// Turns identifiers of people into keys: HMAC-SHA256 with the institution's pepper over the normalised identifier.
/// Keys end up in addresses and telemetry, identifiers must not.
/// </summary>
public sealed class LookupKey(string pepper)
{
    private readonly byte[] _pepper = Encoding.UTF8.GetBytes(pepper);

    /// <summary>The key of one of a source's names of a learner.</summary>
    public string Of(LearnerReference reference, string source) => Hash(reference.Normalised(source));

    /// <summary>The learner's own id, from the SIS's id of the person: the same whichever reference led to it.</summary>
    public string OfPerson(string personId) => Hash($"person:{personId.ToLowerInvariant()}");

    private string Hash(string normalised) =>
        Base32.Encode(HMACSHA256.HashData(_pepper, Encoding.UTF8.GetBytes(normalised)).AsSpan(0, 15));
}
