using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace IntegrationHub.Core.Model.Institutions;

/// <summary>
/// Which settings an institution's files may name as secrets: those that begin with its id in capitals, e.g. <c>LACNORD_PEPPER</c>,
/// and those of before that the operator lists for it. An id has no underscore, so the letters up to the first one say whose a
/// name is, and no two ids can own the same. Names are taken to the letter: the host itself ignores case and takes <c>__</c> for
/// <c>:</c>.
/// </summary>
/// <param name="setting">Finds a setting of the host.</param>
public sealed partial class SecretNames(Func<string, string?> setting)
{
    /// <summary>The host settings <c>InstitutionSecrets:{institution}</c>: names of before, with spaces between.</summary>
    public const string Section = "InstitutionSecrets";

    /// <summary>With these begin settings and environment variables of the hub, of .NET and of the platform.</summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new[]
        {
            "hub",
            "publicbaseurl",
            "didhost",
            "sandboxurl",
            "catalogue",
            "sweepschedule",
            "pipeline",
            "telemetry",
            "outgoing",
            "embeddedhost",
            "institutionsecrets",
            "logging",
            "host",
            "urls",
            "http",
            "https",
            "no",
            "all",
            "kestrel",
            "dotnet",
            "aspnetcore",
            "nuget",
            "complus",
            "corehost",
            "otel",
            "applicationinsights",
            "appinsights",
            "functions",
            "azurefunctionsjobhost",
            "azurewebjobs",
            "azurewebjobsstorage",
            "azure",
            "msi",
            "identity",
            "imds",
            "entra",
            "aad",
            "microsoft",
            "override",
            "website",
            "websites",
            "webjobs",
            "appsetting",
            "scm",
            "container",
            "connectionstrings",
            "customconnstr",
            "sqlconnstr",
            "sqlazureconnstr",
            "mysqlconnstr",
            "postgresqlconnstr",
            "machinekey",
            "diagnostics",
            "legion",
            "fabric",
            "kubernetes",
            "docker",
            "path",
            "home",
            "user",
            "ssh",
            "ssl",
            "npm",
            "node",
            "git",
            "github",
            "ci",
            "aws",
            "gcp",
            "google",
        }.ToFrozenSet();

    /// <summary>Whether settings that begin with an id are not its institution's but the hub's or its platform's.</summary>
    public static bool IsReserved(string id) => Reserved.Contains(id);

    /// <summary>Whether a name is some institution's by its form.</summary>
    public static bool IsOne(string name) => Own().IsMatch(name) && !IsReserved(Beginning(name).ToLowerInvariant());

    /// <summary>Whether a name is an institution's by its form alone.</summary>
    public static bool BelongTo(string institution, string name) =>
        IsOne(name) && Beginning(name).Equals(institution, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the institution's files may name the setting.</summary>
    public bool Has(string institution, string name) =>
        BelongTo(institution, name) || (IsGivable(name) && Listed(institution).Contains(name));

    /// <summary>What is wrong with the operator's lists, and what to do; the hub does not start with a fault in them.</summary>
    /// <param name="lists">The settings of <see cref="Section"/>, by institution.</param>
    public static IEnumerable<string> Faults(IEnumerable<KeyValuePair<string, string?>> lists)
    {
        var taken = new Dictionary<string, string>();
        foreach (var (institution, list) in lists)
        {
            foreach (var name in Split(list))
            {
                if (!IsGivable(name))
                    yield return $"{Section}:{institution} lists a name that no institution can have: "
                        + "list exact names in capitals, with spaces between, none that the hub or its platform uses.";
                else if (!taken.TryAdd(name, institution) && taken[name] != institution)
                    yield return $"{Section}:{institution} and {Section}:{taken[name]} list the same name: "
                        + "give each institution secrets of its own.";
            }
        }
    }

    private string[] Listed(string institution) => Split(setting($"{Section}:{institution}"));

    private static bool IsGivable(string name) => Givable().IsMatch(name) && !IsReserved(Beginning(name).ToLowerInvariant());

    private static string[] Split(string? list) => (list ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    private static string Beginning(string name) => name.Split('_', ':')[0];

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+\z")]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?!.*__)[A-Z][A-Z0-9_]*(:[A-Z0-9_]+)*\z")]
    private static partial Regex Givable();
}
