using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.Cli.Shell;
using IntegrationHub.OpenBadges.Keys;

namespace IntegrationHub.Cli.Local;

/// <summary>The secrets of this clone: made once, kept in a file that only its owner may read.</summary>
internal sealed class LocalSecrets
{
    public const string AdminKey = "Hub:AdminKey";
    public const string TeamsSignature = "Sandbox:Teams:Sig";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private static readonly Dictionary<string, Func<string>> Makers = new()
    {
        [AdminKey] = Random,
        ["LACNORD_PEPPER"] = Random,
        ["LACNORD_MOODLE_USER"] = () => "moodle-" + RandomNumberGenerator.GetHexString(8, lowercase: true),
        ["LACNORD_MOODLE_PASSWORD"] = Random,
        ["LACNORD_OPENEDX_ADDRESS"] = Random,
        ["LACNORD_FORMS_ADDRESS"] = Random,
        ["LACNORD_BLACKBOARD_ADDRESS"] = Random,
        ["LACNORD_MOODLE_TOKEN"] = Random,
        ["LACNORD_CANVAS_TOKEN"] = Random,
        ["LACNORD_ETHOS_API_KEY"] = () => Guid.NewGuid().ToString(),
        ["LACNORD_BADGR_USER"] = () => $"hub-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@lacnord.example.ca",
        ["LACNORD_BADGR_PASSWORD"] = Random,
        ["LACNORD_GRAPH_CLIENT_ID"] = () => Guid.NewGuid().ToString(),
        ["LACNORD_GRAPH_CLIENT_SECRET"] = Random,
        [TeamsSignature] = Random,
        ["LACNORD_ISSUER_ED25519"] = () => NewKeys.Generate().Ed25519Seed,
        ["LACNORD_ISSUER_RSA"] = () => NewKeys.Generate().RsaPkcs8,
    };

    private readonly Dictionary<string, string> values;

    private LocalSecrets(Dictionary<string, string> values) => this.values = values;

    public string this[string name] => values[name];

    public IEnumerable<string> Names => values.Keys;

    /// <summary>Reads the file and adds what it lacks; what is there is never changed.</summary>
    public static LocalSecrets ReadOrMake(string file)
    {
        var values = Read(file) ?? [];
        var missing = Makers.Where(maker => !values.ContainsKey(maker.Key)).ToArray();
        foreach (var (name, make) in missing)
            values[name] = make();
        if (missing.Length > 0)
            Write(file, values);
        return new(values);
    }

    public static Dictionary<string, string>? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) : null;
        }
        catch (JsonException)
        {
            throw new CliException(Texts.Get("secrets.unreadable", file));
        }
    }

    private static void Write(string file, Dictionary<string, string> values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        var next = file + ".new";
        File.Delete(next);
        using (var stream = new FileStream(next, options))
            JsonSerializer.Serialize(stream, values, Readable);
        File.Move(next, file, overwrite: true);
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
