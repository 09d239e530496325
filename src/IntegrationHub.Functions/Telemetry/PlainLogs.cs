using IntegrationHub.Core.Failures;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>
/// Takes out of a log line what nobody can vouch for: the values in other libraries' lines, the sentences of other libraries' exceptions.
/// </summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (!IsOurs(data.CategoryName))
        {
            data.FormattedMessage = null;
            data.Attributes = data.Attributes?.Where(attribute => attribute.Key == Template).ToList();
        }

        if (data.Exception is not { } failure)
            return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", failure.GetType().FullName),
            new("exception.stacktrace", FailureText.Of(failure)),
        ];
    }

    // The embedded host's lines about a function bear the function's name as their category.
    private static bool IsOurs(string? category) =>
        category?.StartsWith("IntegrationHub.", StringComparison.Ordinal) == true
        || category?.StartsWith("Function.", StringComparison.Ordinal) == true;
}
