using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Badges;

/// <summary>
/// Names a credential in public: written <c>institution-secret</c>. The secret part is keyed, so that nobody guesses
/// it, and the same for the same award, so that a repeated issue finds the first.
/// </summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Secret">26 characters of base 32: 128 bits.</param>
public readonly record struct CredentialId(string Institution, string Secret)
{
    private const int Bytes = 16;
    private const int Length = 26;

    /// <summary>The credential of an award.</summary>
    /// <param name="award">The award.</param>
    /// <param name="pepper">The institution's pepper.</param>
    public static CredentialId Of(AwardId award, string pepper) =>
        new(
            award.Institution,
            Base32.Encode(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(pepper), Encoding.UTF8.GetBytes($"credential:{award}")).AsSpan(0, Bytes)));

    /// <summary>Reads the written form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CredentialId id)
    {
        id = default;
        if (text?.Split('-') is not [{ Length: > 0 } institution, { Length: Length } secret]
            || !Base32.IsValid(secret)
            || !institution.All(char.IsAsciiLetterOrDigit))
            return false;
        id = new(institution, secret);
        return true;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static CredentialId Parse(string? text) =>
        TryParse(text, out var id) ? id : throw new FormatException("This is not a credential's id (institution-secret).");

    /// <inheritdoc/>
    public override string ToString() => $"{Institution}-{Secret}";
}
