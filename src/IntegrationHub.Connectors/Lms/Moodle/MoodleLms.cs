using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms.Statements;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Moodle;

/// <summary>
/// Moodle, by whichever plugin it sends: logstore_xapi (statements), local_webhooks or tool_trigger (one event a delivery).
/// </summary>
internal sealed class MoodleLms : ILms, ITestEvents
{
    private const int LongestName = 160;

    private readonly XApiReader _statements = new(new MoodleStatements());
    private readonly NoiseBook _noise = new();

    /// <inheritdoc/>
    public string Kind => "moodle";

    /// <inheritdoc/>
    // Only statements bear results; their ids are UUIDs, and those of bare events are hashes.
    public bool GradesApart(Source source, Completion? completion = null) => Guid.TryParse(completion?.EventId, out _);

    /// <inheritdoc/>
    public TestEvent TestEvent(Source source, DateTimeOffset now) => source.Authentication == AuthenticationSchemes.Basic
        ? TestStatement.At(now) with { Path = "/statements" }
        : TestEvents.Json(new
        {
            eventname = @"\core\event\course_viewed",
            host = TestEvents.Site,
            courseid = 0,
            userid = 0,
            timecreated = now.ToUnixTimeSeconds(),
        });

    /// <inheritdoc/>
    public Reading Read(Source source, Delivery delivery)
    {
        var content = delivery.Content;
        return delivery.Header(XApiVersions.Header) is not null || content.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..]
            ? _statements.Read(source, delivery)
            : Guarded.Read(() => Bare(content));
    }

    private Reading Bare(ReadOnlyMemory<byte> content)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = Name(content.Span, name);
        if (length > 0 && !MoodleEvents.Bare.Contains(name[..length]))
            return Noise(name[..length]);
        JsonElement? json = JsonReading.Parse(content);
        return json.Text("eventname") is not { } known
                ? new()
                {
                    Fault = "The body is neither an array of statements nor an event with its eventname: "
                        + "in tool_trigger, tick JSON and name eventname among the parameters.",
                }
            : MoodleEvents.Bare.Contains(known) ? new BareEvent(json, known).Read()
            : Noise(known);
    }

    /// <summary>
    /// Counted by the event in short, and apart where a result is to be fetched: <c>unscored:mod_quiz.attempt_submitted</c>.
    /// </summary>
    private Reading Noise(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
            return _noise.Of("other");
        Span<char> label = stackalloc char[2 * LongestName];
        return _noise.Of(label[..MoodleLabel.Write(name, MoodleEvents.Unscored.Contains(name) ? "unscored:" : "", label)]);
    }

    /// <summary>The name of the event in one pass over the bytes.</summary>
    /// <returns>Its length; 0 where the careful reading must look.</returns>
    private static int Name(ReadOnlySpan<byte> content, Span<char> into)
    {
        try
        {
            var json = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = 64 });
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return 0;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isName = json.ValueTextEquals("eventname"u8);
                json.Read();
                if (isName)
                    return Tokens.Copy(in json, into);
                json.Skip();
            }
        }
        catch (JsonException)
        {
            // The careful reading says why.
        }

        return 0;
    }
}
