using System.Globalization;
using System.Text.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>
/// A kind of source that knows an event which its sender sends every day and which leads to nothing. The door keeps no
/// test event whatever it says: what is tried is that the kind reads it as its own. Without this a test is bare JSON.
/// </summary>
internal interface ITestEvents
{
    /// <summary>Such an event.</summary>
    TestEvent TestEvent(Source source, DateTimeOffset now);
}

/// <summary>Makes test events.</summary>
internal static class TestEvents
{
    /// <summary>Whose they are said to be.</summary>
    public const string Site = "https://hub.invalid";

    /// <summary>An event of a sender that nothing more is known of.</summary>
    public static TestEvent Plain(DateTimeOffset now) => Json(new { id = Guid.NewGuid(), @event = "hub.test", time = Time(now) });

    /// <summary>An event as JSON.</summary>
    public static TestEvent Json(object body, string type = "application/json") =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(body),
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = type });

    /// <summary>A moment as most senders write it.</summary>
    public static string Time(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
