using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Http;

/// <summary>How an outside system is spoken of in errors, and how its own errors are read.</summary>
/// <param name="Name">Its name in sentences, and the name of its HTTP client.</param>
/// <param name="Request">Names a request without secrets or personal data.</param>
/// <param name="Detail">The reason in the body of an error, without personal data; null where it gives none.</param>
internal sealed partial record OutsideSystem(string Name, Func<HttpRequestMessage, string> Request, Func<string, string?> Detail)
{
    /// <summary>The status that an error means, where the system answers with another one.</summary>
    public Func<HttpStatusCode, string, HttpStatusCode> Meant { get; init; } = (status, _) => status;

    /// <summary>Names a request by method and path; query and GUIDs are left out, for they may name people.</summary>
    public static string ByPath(HttpRequestMessage request) =>
        $"{request.Method} {Guids().Replace(request.RequestUri?.AbsolutePath ?? "", "…")}";

    [GeneratedRegex(@"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();
}
