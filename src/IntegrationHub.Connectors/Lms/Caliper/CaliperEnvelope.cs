using System.Text.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// Reads envelopes (Caliper 1.1 and 1.2, section 4.2) in one pass: noise is skipped and counted, and of what may be a
/// completion one event at a time is built, so that a night's batch needs little more memory than its bytes.
/// </summary>
internal sealed class CaliperEnvelope(CaliperMeaning meaning)
{
    private const int LongestVersion = 200;
    private static readonly Reading Foreign = new() { IsForeign = true };

    private readonly NoiseBook _noise = new(AnswerForm.Empty);

    [Flags]
    private enum Members
    {
        None = 0,
        Sensor = 1,
        SendTime = 2,
        DataVersion = 4,
        Data = 8,
        All = 15,
    }

    /// <summary>Reads a whole envelope.</summary>
    /// <exception cref="JsonException">It is no JSON, or an event names a member twice.</exception>
    public Reading Read(Source source, ReadOnlyMemory<byte> content)
    {
        var reader = new Utf8JsonReader(content.Span, new JsonReaderOptions { MaxDepth = 64 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Fault("The body is no Caliper envelope.");
        var (seen, isKnownVersion, items) = (Members.None, true, new CaliperItems(meaning, _noise, source, content));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Member(ref reader);
            if ((seen & member) != 0)
                return Fault("The envelope names a member twice.");
            reader.Read();
            if (member == Members.DataVersion && reader.TokenType == JsonTokenType.String)
                isKnownVersion = IsKnownVersion(ref reader);
            if (member == Members.Data && reader.TokenType == JsonTokenType.StartArray)
                items.Read(ref reader);
            else if (member is not Members.None && reader.TokenType != JsonTokenType.String)
                return Fault("The body is no Caliper envelope: its sensor, sendTime or dataVersion is no text, or its data no array.");
            reader.Skip();
            seen |= member;
        }

        // What stands behind the envelope is an error of the reader's.
        reader.Read();
        if (items.IsForeign)
            return Foreign;
        if (seen != Members.All)
            return Fault("The body is no Caliper envelope: it lacks one of sensor, sendTime, dataVersion and data.");
        return !isKnownVersion ? Fault("The envelope's dataVersion is neither Caliper 1.1 nor 1.2.", 422)
            : items.ToReading();
    }

    /// <summary>Whether the names at the top are those of an envelope: for senders that have another form, too.</summary>
    public static bool Looks(ReadOnlySpan<byte> json, ReadOnlySpan<byte> other)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals(other))
        {
            if (Member(ref reader) != Members.None)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static Members Member(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("sensor"u8) ? Members.Sensor
        : reader.ValueTextEquals("sendTime"u8) ? Members.SendTime
        : reader.ValueTextEquals("dataVersion"u8) ? Members.DataVersion
        : reader.ValueTextEquals("data"u8) ? Members.Data
        : Members.None;

    // A profile of 1.1 adds its own name behind. PHP sends every slash escaped.
    private static bool IsKnownVersion(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongestVersion)
            return false;
        Span<byte> version = stackalloc byte[LongestVersion];
        version = version[..reader.CopyString(version)];
        var scheme = version.StartsWith("https:"u8) ? "https:"u8.Length : "http:"u8.Length;
        return (version.StartsWith("http:"u8) || version.StartsWith("https:"u8))
            && version[scheme..].StartsWith("//purl.imsglobal.org/ctx/caliper/v1p"u8)
            && version[(scheme + "//purl.imsglobal.org/ctx/caliper/v1p"u8.Length)..]
                is [(byte)'1' or (byte)'2']
                    or [(byte)'1' or (byte)'2', (byte)'/', ..];
    }

    private static Reading Fault(string sentence, int status = 400) =>
        new()
        {
            Fault = sentence,
            FaultStatus = status,
            Answer = AnswerForm.Empty,
        };
}
