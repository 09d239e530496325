namespace IntegrationHub.Connectors.Http;

/// <summary>How an outside system is spoken of in errors, and how its own errors are read.</summary>
/// <param name="Name">Its name in sentences, and the name of its HTTP client.</param>
/// <param name="Request">Names a request without secrets or personal data.</param>
/// <param name="Detail">The reason in the body of an error, without personal data; null where it gives none.</param>
internal sealed record OutsideSystem(string Name, Func<HttpRequestMessage, string> Request, Func<string, string?> Detail)
{
    /// <summary>Names a request by method and path; the query is left out, for it may hold identifiers.</summary>
    public static string ByPath(HttpRequestMessage request) => $"{request.Method} {request.RequestUri?.AbsolutePath}";
}
