using System.Buffers.Text;
using System.Text;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Testing.Connectors;

/// <summary>Reads JSON as if it had arrived: the signature and the password do not matter to reading.</summary>
internal static class Readings
{
    private static readonly Hub SharedHub = new(new Dictionary<string, string>());

    /// <summary>The account that Canvas events must name.</summary>
    public const string Account = "an-account";

    public static Reading SignedCanvas(string json, string account = Account) =>
        SharedHub
            .Lms("canvas")
            .Read(
                Source("canvas") with
                {
                    Settings = new Dictionary<string, string> { ["accounts"] = account },
                },
                new Delivery(
                    Encoding.UTF8.GetBytes($"{Part("""{"alg":"RS256","kid":"k"}""")}.{Part(json)}.{Part("signature")}"),
                    new Dictionary<string, string>()));

    public static Reading XApi(string json, string? version = "1.0.3") => Lms("xapi").Read(Source("xapi"), Delivery(json, version));

    public static Reading Moodle(string json, string? version = null) => Lms("moodle").Read(Source("moodle"), Delivery(json, version));

    public static ILms Lms(string kind) => SharedHub.Lms(kind);

    /// <summary>JSON as it arrives, in a version of xAPI or in none.</summary>
    public static Delivery Delivery(string json, string? version) =>
        new(
            Encoding.UTF8.GetBytes(json),
            version is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-experience-api-version"] = version });

    /// <summary>Reads an event of Canvas as it comes unsigned.</summary>
    public static Reading Canvas(string json, params (string Name, string Value)[] settings) =>
        Of("canvas", Encoding.UTF8.GetBytes(json), null, settings);

    /// <summary>Reads an envelope of a sensor.</summary>
    public static Reading Caliper(string json, string? contentType = "application/json", params (string Name, string Value)[] settings) =>
        Of("caliper", Encoding.UTF8.GetBytes(json), contentType, settings);

    /// <summary>Reads an envelope of Blackboard.</summary>
    public static Reading Blackboard(string json, params (string Name, string Value)[] settings) =>
        Of("blackboard", Encoding.UTF8.GetBytes(json), "application/json", settings);

    /// <summary>Reads what a source of a kind sends.</summary>
    public static Reading Of(string kind, byte[] body, string? contentType, params (string Name, string Value)[] settings) =>
        Read(kind, settings)(Delivery(body, contentType));

    /// <summary>A reader whose source and delivery are made before, for measuring the reading alone.</summary>
    public static Func<Delivery, Reading> Read(string kind, params (string Name, string Value)[] settings)
    {
        var lms = SharedHub.Lms(kind);
        var source = Source(kind) with
        {
            Settings = settings
                .Prepend(("accounts", Account))
                .GroupBy(setting => setting.Item1)
                .ToDictionary(same => same.Key, same => same.Last().Item2),
        };
        return delivery => lms.Read(source, delivery);
    }

    /// <summary>A delivery of a body.</summary>
    public static Delivery Delivery(byte[] body, string? contentType = "application/json") =>
        new(
            body,
            contentType is null
                ? new Dictionary<string, string>()
                : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType });

    /// <summary>The vendors' samples beside the repository, where they are.</summary>
    public static DirectoryInfo? Samples() => Beside("samples");

    /// <summary>A folder of what is shared beside the repository, where it is.</summary>
    public static DirectoryInfo? Beside(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", name)))
                return new DirectoryInfo(Path.Combine(at.FullName, "shared", name));
        return null;
    }

    /// <summary>One of the cases beside the repository as it is; the test is skipped where there are none.</summary>
    public static string CaseFile(string file)
    {
        var path = Samples() is { Parent: { } shared } ? Path.Combine(shared.FullName, "cases", file) : "";
        Xunit.Assert.SkipUnless(File.Exists(path), $"The cases are not beside this repository: {file}.");
        return File.ReadAllText(path);
    }

    /// <summary>The deliveries of one of the cases beside the repository; the test is skipped where there are none.</summary>
    public static IReadOnlyList<string> Case(string file)
    {
        using var json = System.Text.Json.JsonDocument.Parse(CaseFile(file));
        return [.. json.RootElement.GetProperty("deliveries").EnumerateArray().Select(delivery => delivery.GetRawText())];
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>A source that holds whatever its kind asks for.</summary>
    public static Source Source(string kind) =>
        new()
        {
            Name = kind,
            Kind = kind,
            Authentication = "secretAddress",
            Settings = new Dictionary<string, string> { ["accounts"] = Account },
            Secrets = new Dictionary<string, InboundSecret>(),
        };
}
