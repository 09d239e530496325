using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.OpenBadges.Model;

/// <summary>Credentials as JSON in the shape of the strict published schemas: nothing null, arrays where several may stand, times in UTC to the second.</summary>
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
[JsonSerializable(typeof(StatusEntry))]
internal sealed partial class CredentialJsonContext : JsonSerializerContext;

/// <summary>Writes credentials for signing.</summary>
public static class CredentialJson
{
    /// <summary>Letters as they are: é and ᐃ need no escape in a document that is not embedded in HTML.</summary>
    private static readonly CredentialJsonContext s_json =
        new(new JsonSerializerOptions(CredentialJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The badge as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this AchievementCredential credential) => JsonSerializer.SerializeToUtf8Bytes(credential, s_json.AchievementCredential);

    /// <summary>The endorsement as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this EndorsementCredential credential) => JsonSerializer.SerializeToUtf8Bytes(credential, s_json.EndorsementCredential);

    /// <summary>The learner record as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this ClrCredential credential) => JsonSerializer.SerializeToUtf8Bytes(credential, s_json.ClrCredential);

    /// <summary>The status list as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this BitstringStatusListCredential credential) => JsonSerializer.SerializeToUtf8Bytes(credential, s_json.BitstringStatusListCredential);

    /// <summary>The achievement as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this Achievement achievement) => JsonSerializer.SerializeToUtf8Bytes(achievement, s_json.Achievement);

    /// <summary>The profile as UTF-8 JSON.</summary>
    public static byte[] ToUtf8(this Profile profile) => JsonSerializer.SerializeToUtf8Bytes(profile, s_json.Profile);

    /// <summary>A badge in the strict shape, read back; what the model has no place for (proof included) is passed over.</summary>
    /// <exception cref="JsonException">Another shape.</exception>
    public static AchievementCredential ReadAchievement(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, s_json.AchievementCredential) ?? throw new JsonException("The document is null.");
}
