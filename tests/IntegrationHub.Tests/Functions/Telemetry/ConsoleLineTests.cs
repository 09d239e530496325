using IntegrationHub.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Telemetry;

public sealed class ConsoleLineTests
{
    private const string Name = "Camille Essai";

    private readonly FakeTimeProvider _time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_line_says_when_how_bad_who_and_what() =>
        Written(null)
            .ShouldBe($"2026-11-27T12:00:00.000Z Error Function.Completions[205] Function Completions failed{Environment.NewLine}");

    [Fact]
    public void Of_a_librarys_exception_it_says_what_kind_and_where_but_not_what_it_was_given()
    {
        var text = Written(Should.Throw<KeyNotFoundException>(() => new Dictionary<string, int>()[Name]));

        text.ShouldContain($"System.Collections.Generic.KeyNotFoundException{Environment.NewLine}   at ");
        text.ShouldNotContain(Name);
    }

    private string Written(Exception? failure)
    {
        using var writer = new StringWriter();
        var entry = new LogEntry<string>(
            LogLevel.Error,
            "Function.Completions",
            new(205),
            "Function Completions failed",
            failure,
            (state, exception) => $"{state}{exception?.Message}");
        new PlainConsole(_time).Write(entry, null, writer);
        return writer.ToString();
    }
}
