using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>
/// Credentials as JSON in the shape of the strict published schemas: nothing null, arrays where several may stand, times in UTC to
/// the second.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(UtcSecond)])]
[JsonSerializable(typeof(AchievementCredential))]
[JsonSerializable(typeof(EndorsementCredential))]
[JsonSerializable(typeof(ClrCredential))]
[JsonSerializable(typeof(BitstringStatusListCredential))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Achievement))]
[JsonSerializable(typeof(CredentialStatusEntry))]
internal sealed partial class CredentialJsonContext : JsonSerializerContext;

/// <summary>Writes credentials for signing.</summary>
public static class CredentialJson
{
    /// <summary>Letters as they are: é and ᐃ need no escape in a document that is not embedded in HTML.</summary>
    private static readonly CredentialJsonContext Relaxed =
        new(new JsonSerializerOptions(CredentialJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The badge as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this AchievementCredential credential) =>
        JsonSerializer.SerializeToUtf8Bytes(credential, Relaxed.AchievementCredential);

    /// <summary>The endorsement as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this EndorsementCredential credential) =>
        JsonSerializer.SerializeToUtf8Bytes(credential, Relaxed.EndorsementCredential);

    /// <summary>The learner record as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this ClrCredential credential) => JsonSerializer.SerializeToUtf8Bytes(credential, Relaxed.ClrCredential);

    /// <summary>The status list as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this BitstringStatusListCredential credential) =>
        JsonSerializer.SerializeToUtf8Bytes(credential, Relaxed.BitstringStatusListCredential);

    /// <summary>The achievement as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this Achievement achievement) => JsonSerializer.SerializeToUtf8Bytes(achievement, Relaxed.Achievement);

    /// <summary>The profile as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this Profile profile) => JsonSerializer.SerializeToUtf8Bytes(profile, Relaxed.Profile);

    /// <summary>A badge in the strict shape, read back; what the model has no place for (proof included) is passed over.</summary>
    /// <exception cref="JsonException">Another shape.</exception>
    public static AchievementCredential ReadAchievement(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Relaxed.AchievementCredential) ?? throw new JsonException("The document is null.");
}
