using System.Globalization;
using IntegrationHub.Core.Failures;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Functions.Telemetry;

/// <summary>Lines on the console: time, level, who, event id, what; of an exception what <see cref="FailureText"/> allows.</summary>
internal sealed class PlainConsole(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "hub";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {logEntry.LogLevel} {logEntry.Category}[{logEntry.EventId.Id}] "
                + $"{logEntry.Formatter(logEntry.State, null)}"
        );
        textWriter.WriteLine(line);
        if (logEntry.Exception is { } failure)
            textWriter.WriteLine(FailureText.Of(failure));
    }
}
