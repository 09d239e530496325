using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Storage.Backup;

/// <summary>What a backup consists of; it is written last, so that a folder without it is a backup that was cut short.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Version of the format; <see cref="NewestVersion"/> is the newest that is understood.</param>
/// <param name="Begun">When the first row was read.</param>
/// <param name="Ended">When the last blob was read.</param>
/// <param name="Institution">The only tenant in it; null where all are.</param>
/// <param name="OnlyErasures">Whether it holds the ledger of erasures and nothing else.</param>
/// <param name="Files">Its files of lines, in the order in which they were read.</param>
public sealed record BackupManifest(
    string Format,
    int Version,
    DateTimeOffset Begun,
    DateTimeOffset Ended,
    string? Institution,
    bool OnlyErasures,
    IReadOnlyList<BackupFile> Files)
{
    /// <summary>What every manifest says it is.</summary>
    public const string FormatName = "integrationhub-backup";

    /// <summary>The version that is written.</summary>
    public const int NewestVersion = 1;
}

/// <summary>A file of a backup, one JSON object a line.</summary>
/// <param name="Name">Its path in the folder, with slashes.</param>
/// <param name="Kind">Rows of a table, or the index of a container's blobs.</param>
/// <param name="Of">The table or container.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="Bytes">Its length; of an index also that of the blobs.</param>
/// <param name="Sha256">Of its content, lower-case hexadecimal.</param>
public sealed record BackupFile(string Name, BackupFileKind Kind, string Of, long Lines, long Bytes, string Sha256);

/// <summary>What the lines of a file are.</summary>
public enum BackupFileKind
{
    /// <summary>Entities, as the Table service writes them in JSON: a property's type beside it where JSON does not tell.</summary>
    Rows,

    /// <summary>
    /// Blobs: name, content's hash and length, content type, metadata. The content is the file <c>blobs/{first two}/{hash}</c>.
    /// </summary>
    Blobs,
}

/// <summary>A blob in a container's index.</summary>
internal sealed record BlobLine(
    string Name,
    string Sha256,
    long Bytes,
    string? ContentType,
    string? ContentEncoding,
    IDictionary<string, string>? Metadata);

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(BlobLine))]
internal sealed partial class BackupJson : JsonSerializerContext;

/// <summary>The manifest for people's eyes.</summary>
internal static class ReadableBackupJson
{
    public static BackupJson Types { get; } =
        new(
            new JsonSerializerOptions(BackupJson.Default.Options)
            {
                WriteIndented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                TypeInfoResolver = null,
            });
}
