using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Teams.Workflows;

/// <summary>Reads the text of an answer: a 200 or 202 may carry Teams' own 413 or 429 inside.</summary>
internal static partial class WorkflowsAnswer
{
    /// <summary>The failure that the text speaks of; null where it speaks of none.</summary>
    public static OutsideException? Fault(string text)
    {
        if (InnerStatus().Match(text) is { Success: true } inner
            && Enum.ToObject(typeof(HttpStatusCode), int.Parse(inner.Groups[1].Value, CultureInfo.InvariantCulture))
                is HttpStatusCode status)
            return Faults.Of("The Teams channel", "the post, inside an answer of success,", status, Reason(status), retryAfter: null);
        if (Detail(text) is { } detail)
            return new(
                OutsideFault.Refused,
                $"The Teams channel answered the post with success and an error inside: {Redaction.Of(detail)}.");
        if (text.AsSpan().TrimStart().StartsWith("<"))
            return Faults.Unreadable("The Teams channel", "the post", "a page");
        return text.Contains("failed with error", StringComparison.OrdinalIgnoreCase)
            ? new(OutsideFault.Unavailable, "The Teams channel answered the post with success but says that the delivery failed.")
            : null;
    }

    /// <summary>The error's code in an answer's JSON; its message may quote the address.</summary>
    public static string? Detail(string body) => JsonReading.TryParse(body).Text("error", "code");

    private static string? Reason(HttpStatusCode status) => status == HttpStatusCode.RequestEntityTooLarge ? "the card is too large" : null;

    [GeneratedRegex(@"HTTP error (\d{3})", RegexOptions.IgnoreCase)]
    private static partial Regex InnerStatus();
}
