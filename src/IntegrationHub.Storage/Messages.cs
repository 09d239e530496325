using System.Buffers;
using System.Text;
using System.Text.Json;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Storage;

/// <summary>
/// The text of queue messages: what each travels in, and under <c>message</c> the message itself,
/// <c>{"v":2,"id":"…","kind":"step","message":{"award":"…","step":"Badge","institution":"…"}}</c>.
/// </summary>
public sealed class Messages(StorageClients clients)
{
    private const string Unreadable = "The text is no message of the hub's.";
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions Plain = new() { Encoder = PlainJson.Messages.Options.Encoder };

    /// <summary>
    /// The text of a message as the queue holds it: in base64, as the hub sends it. What is not base64, or holds no text, somebody else put
    /// there: it stands for itself.
    /// </summary>
    public static string Decode(string wire)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(wire.Length);
        try
        {
            return Convert.TryFromBase64String(wire, bytes, out var written) ? Strict.GetString(bytes, 0, written) : wire;
        }
        catch (DecoderFallbackException)
        {
            return wire;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    /// <exception cref="UnreadableMessageException">It is no message of the hub's, or names what is another institution's.</exception>
    /// <exception cref="NewerShapeException">A newer release sent it.</exception>
    public static Envelope Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        try
        {
            return Read(json.RootElement);
        }
        catch (JsonException damage)
        {
            throw new UnreadableMessageException(InstitutionOf(json.RootElement), damage);
        }
        catch (InvalidOperationException damage)
        {
            // Half a surrogate pair in a text that is no message of the hub's.
            throw new UnreadableMessageException(InstitutionOf(json.RootElement), new JsonException(Unreadable, damage));
        }
    }

    /// <summary>Lets a message pass that names nothing of another institution (law 14).</summary>
    /// <exception cref="JsonException">It does.</exception>
    internal static HubMessage OfItsOwn(HubMessage message, string institution) =>
        message.Institution == institution
        && (message.NamedAward is not { } award || award.Institution == institution)
        && (message is not DeliveryKept kept || Payloads.OwnerOf(kept.Address) == institution)
            ? message
            : throw new JsonException("The message names what is another institution’s.");

    /// <summary>Puts a message back as it came, to be seen again after a while; who took it may then let it go.</summary>
    public Task PutOff(string queue, string text, TimeSpan delay, CancellationToken cancellation) =>
        clients.Queues.GetQueueClient(queue).SendMessageAsync(text, delay, ForEver, cancellation);

    internal static BinaryData Write(Envelope envelope)
    {
        var shape = MessageShapes.ByType[envelope.Message.GetType()];
        var text = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(text, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("v", StoredVersions.Written<Envelope>());
            json.WriteString("id", envelope.Id);
            json.WriteString("kind", shape.Kind);
            if (envelope.Traceparent is { } trace)
                json.WriteString("traceparent", trace);
            Write(json, "slot", envelope.Slot);
            Write(json, "since", envelope.Since);
            Write(json, "due", envelope.Due);
            json.WritePropertyName("message");
            JsonSerializer.Serialize(json, envelope.Message, shape.Type);
            json.WriteEndObject();
        }

        return new(text.WrittenMemory);
    }

    private static Envelope Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            throw new JsonException(Unreadable);
        var version = Number(message, "v") ?? 1;
        StoredVersions.Check<Envelope>(version, Text(message, "id") ?? "");
        if (version == 1)
            return message.Deserialize(PlainJson.Types.MessageOfVersion1) is { Id: not null, Institution: not null, Kind: not null } old
                ? old.ToEnvelope()
                : throw new JsonException(Unreadable);
        if (Text(message, "id") is not { } id || Text(message, "kind") is not { } kind || !message.TryGetProperty("message", out var body))
            throw new JsonException(Unreadable);
        if (!MessageShapes.ByKind.ContainsKey(kind))
            throw new NewerShapeException($"message '{kind}'", id, version);
        return new(id, Read(kind, body), Text(message, "traceparent"), Time(message, "slot"), Time(message, "since"), Time(message, "due"));
    }

    internal static HubMessage Read(string kind, JsonElement body) =>
        MessageShapes.ByKind.TryGetValue(kind, out var shape) && body.Deserialize(shape) is HubMessage { Institution: not null } message
            ? OfItsOwn(message, message.Institution)
            : throw new JsonException(Unreadable);

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } moment)
            json.WriteString(name, moment);
    }

    /// <summary>Version 1 names it beside the message, later ones in it.</summary>
    private static string? InstitutionOf(JsonElement text)
    {
        try
        {
            return text.ValueKind != JsonValueKind.Object ? null
                : text.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.Object
                    ? Text(message, "institution")
                    : Text(text, "institution");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    private static DateTimeOffset? Time(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.TryGetDateTimeOffset(out var time) ? time : throw new JsonException(Unreadable)
            : null;
}
