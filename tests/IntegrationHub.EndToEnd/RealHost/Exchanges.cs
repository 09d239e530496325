using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Functions.Settings;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>The requests of the comparison, made from the routes of all HTTP functions.</summary>
/// <param name="known">What route parameters may stand for, by name; any other value names nothing.</param>
/// <param name="callers">Who calls.</param>
internal sealed partial class Exchanges(IReadOnlyDictionary<string, string> known, IReadOnlyList<Oddity> callers)
{
    /// <summary>The name of a body over the limit.</summary>
    public const string TooLarge = "31 MB";

    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";

    private static readonly string[] ReadAndWrite = ["GET", "POST"];
    private static readonly string[] Verbs = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    private static readonly Oddity[] Oddities =
    [
        new("asks for JSON", [("Accept", Json), ("Accept-Language", "fr-CA;q=0.9, *;q=0.1")]),
        new("asks for nothing known", [("Accept", "text/x-nothing"), ("Accept-Encoding", "gzip, br")]),
        new("conditional", [("If-None-Match", "*"), ("If-Modified-Since", "Tue, 01 Jan 2036 00:00:00 GMT")]),
        new("range", [("Range", "bytes=0-9")]),
        new("forwarded", [("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("Forwarded", "host=evil.example")]),
        new("claims to be signed in", [("x-ms-client-principal", "e30="), ("x-ms-client-principal-name", "someone@example.ca")]),
        new("foreign page", [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Cookie", "a=b; c")]),
        new("long header", [("X-Long", new string('x', 8000))]),
        new("no JSON", [("Content-Type", Json)], "{ no JSON"),
        new("empty object", [("Content-Type", Json)], "{}"),
        new("deep JSON", [("Content-Type", Json)], new string('[', 2000)),
        new("form", [("Content-Type", Form)], "key=%FF&a=1&a=2"),
        new("no multipart", [("Content-Type", "multipart/form-data; boundary=x")], "--y\r\n"),
        new("not gzip", [("Content-Type", Json), ("Content-Encoding", "gzip")], "plain"),
        new("strange charset", [("Content-Type", "text/plain; charset=nothing")], "é"),
        new("2 MB", [("Content-Type", Json)], new string(' ', 2_000_000)),
    ];

    // The real host takes 15 s for the first, and 2 to 5 for the second; the hub’s own answers before it has read the body.
    private static readonly Oddity[] Costly =
    [
        new("header not ASCII", [("Referer", "https://example.ca/évaluation")]),
        new(TooLarge, [("Content-Type", Json), ("Expect", "100-continue")], new string(' ', 31_000_000)),
    ];

    private static readonly string[] OddPaths =
    [
        "nothing-here", "admin", "admin/host/status", "admin/functions", "runtime/webhooks", "verify/", "verify//x", "VERIFY",
        "verify/%2F", "verify/..%2f", "verify/%E9", "verify?%", $"verify/{new string('x', 9000)}", "sign-in?lang=%00", "health/live/",
        "api/awards?top=-1", ".well-known/did.json",
    ];

    public IEnumerable<Exchange> All() =>
        [
            .. from function in Http()
               from path in Paths(function.Value)
               from verb in Verbs
               from caller in callers
               select new Exchange(function.Function, verb, path, caller),
            .. from function in Http()
               from verb in ReadAndWrite
               from oddity in Oddities
               where verb == "POST" || oddity.Body is null
               select new Exchange(function.Function, verb, Paths(function.Value).First(), oddity),
            .. from path in OddPaths
               from verb in Verbs
               select new Exchange("", verb, path, callers[0]),
            .. from oddity in Costly
               select new Exchange("", oddity.Body is null ? "GET" : "POST", "verify", oddity),
        ];

    private static IEnumerable<FunctionTrigger> Http() =>
        FunctionTriggers.Read(typeof(HubOptions).Assembly.Location).Where(trigger => trigger.Kind == "Http");

    private IEnumerable<string> Paths(string route) =>
        new[] { Fill(route, known), Fill(route, new Dictionary<string, string>()) }.Distinct();

    private static string Fill(string route, IReadOnlyDictionary<string, string> values) =>
        Parameter().Replace(
            route,
            match => match.Groups["rest"].Value switch
            {
                [':', 'm', ..] => "",
                ":int" => "2026",
                _ => values.GetValueOrDefault(match.Groups["name"].Value, "nothing-such"),
            });

    [GeneratedRegex(@"\{(?<name>\w+)(?<rest>[^}]*)\}")]
    private static partial Regex Parameter();
}
