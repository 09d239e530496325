using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Whether a credential names a person as its holder.</summary>
public enum HolderMatch
{
    /// <summary>It names nobody in this way.</summary>
    Nobody,

    /// <summary>It names the person.</summary>
    ThePerson,

    /// <summary>It names somebody, and not the person.</summary>
    SomebodyElse,
}

/// <summary>Whom a credential names as its holder, by the identifiers of its subject (Open Badges 3.0, IdentityObject).</summary>
public static class NamedHolder
{
    /// <summary>By e-mail address, hashed or plain; an address that was hashed in lower case is known too.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="address">The person's address; null where none is known.</param>
    public static HolderMatch ByEmail(JsonElement credential, string? address) => Of(
        Identities(credential, "emailAddress"),
        identity => address is not null && (IsHashed(identity)
            ? IsHashOf(identity, address) || IsHashOf(identity, address.ToLowerInvariant())
            : Value(identity).Equals(address, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// By name, where it is not hashed: it may hold more than the given and the family name, in any order, case and accent.
    /// </summary>
    public static HolderMatch ByName(JsonElement credential, string givenName, string familyName) => Of(
        Identities(credential, "name").Where(identity => !IsHashed(identity)),
        identity => Words($"{givenName} {familyName}").IsSubsetOf(Words(Value(identity))));

    private static HolderMatch Of(IEnumerable<JsonElement> identities, Func<JsonElement, bool> isThePerson)
    {
        var named = identities.Select(isThePerson).ToList();
        return named.Count == 0 ? HolderMatch.Nobody : named.Contains(true) ? HolderMatch.ThePerson : HolderMatch.SomebodyElse;
    }

    private static IEnumerable<JsonElement> Identities(JsonElement credential, string type) =>
        credential.All("credentialSubject").SelectMany(subject => subject.All("identifier"))
            .Where(identity => identity.Text("identityType") == type);

    private static bool IsHashed(JsonElement identity) => identity.Member("hashed") is { ValueKind: JsonValueKind.True };

    private static bool IsHashOf(JsonElement identity, string value) =>
        RecipientHash.Matches(Value(identity), value, identity.Text("salt"));

    private static string Value(JsonElement identity) => identity.Text("identityHash") ?? "";

    /// <summary>The words of a name, without case and accents.</summary>
    private static HashSet<string> Words(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ');
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
