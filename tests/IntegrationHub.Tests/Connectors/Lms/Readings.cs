using System.Buffers.Text;
using System.Text;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Reads JSON as if it had arrived: the signature and the password do not matter to reading.</summary>
internal static class Readings
{
    private static readonly Hub s_hub = new(new Dictionary<string, string>());

    /// <summary>The account that Canvas events must name.</summary>
    public const string Account = "an-account";

    public static Reading Canvas(string json, string account = Account) => s_hub.Lms("canvas").Read(Source("canvas") with { Settings = new Dictionary<string, string> { ["accounts"] = account } }, new Delivery(
        Encoding.UTF8.GetBytes($"{Part("""{"alg":"RS256","kid":"k"}""")}.{Part(json)}.{Part("signature")}"), new Dictionary<string, string>()));

    public static Reading XApi(string json, string? version = "1.0.3") => Lms("xapi").Read(Source("xapi"), Delivery(json, version));

    public static Reading Moodle(string json, string? version = null) => Lms("moodle").Read(Source("moodle"), Delivery(json, version));

    public static ILms Lms(string kind) => s_hub.Lms(kind);

    /// <summary>JSON as it arrives, in a version of xAPI or in none.</summary>
    public static Delivery Delivery(string json, string? version) => new(
        Encoding.UTF8.GetBytes(json), version is null
            ? new Dictionary<string, string>()
            : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-experience-api-version"] = version });

    /// <summary>The vendors' samples beside the repository, where they are.</summary>
    public static DirectoryInfo? Samples()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "samples")))
                return new DirectoryInfo(Path.Combine(at.FullName, "shared", "samples"));
        return null;
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>A source that holds whatever its kind asks for.</summary>
    public static Source Source(string kind) => new()
    {
        Name = kind,
        Kind = kind,
        Authentication = "secretAddress",
        Settings = new Dictionary<string, string> { ["accounts"] = Account },
        Secrets = new Dictionary<string, InboundSecret>(),
    };
}
