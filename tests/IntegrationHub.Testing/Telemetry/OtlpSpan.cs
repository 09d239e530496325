using Google.Protobuf;

namespace IntegrationHub.Testing.Telemetry;

/// <summary>A span as it was exported (opentelemetry/proto/trace/v1/trace.proto).</summary>
internal sealed record OtlpSpan(
    string TraceId,
    string Id,
    string Parent,
    string Name,
    int Kind,
    IReadOnlyDictionary<string, string> Attributes,
    bool Failed)
{
    /// <summary>An attribute's text; null where it has none of that name.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>All spans of an ExportTraceServiceRequest.</summary>
    public static IEnumerable<OtlpSpan> Read(byte[] request) =>
        from resource in Protobuf.Parts(ByteString.CopyFrom(request), 1)
        from scope in Protobuf.Parts(resource, 2)
        from span in Protobuf.Parts(scope, 2)
        select Of(span);

    private static OtlpSpan Of(ByteString span)
    {
        var attributes =
            from attribute in Protobuf.Parts(span, 9)
            select (
                Key: Protobuf.Text(attribute, 1),
                Value: Protobuf.Parts(attribute, 2).Select(value => Protobuf.Text(value, 1)).Single());
        return new(
            Hex(span, 1),
            Hex(span, 2),
            Hex(span, 4),
            Protobuf.Text(span, 5),
            (int)Protobuf.Number(span, 6),
            attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value),
            Protobuf.Parts(span, 15).Any(status => Protobuf.Number(status, 3) == 2));
    }

    private static string Hex(ByteString span, int field) =>
        Protobuf.Parts(span, field).Select(id => Convert.ToHexStringLower(id.Span)).SingleOrDefault() ?? "";
}

/// <summary>Protobuf messages by the numbers of their fields.</summary>
internal static class Protobuf
{
    /// <summary>The names of an ExportMetricsServiceRequest's metrics that bear a value.</summary>
    public static IEnumerable<string> MetricNames(byte[] request) =>
        from resource in Parts(ByteString.CopyFrom(request), 1)
        from scope in Parts(resource, 2)
        from metric in Parts(scope, 2)
        select Text(metric, 1);

    /// <summary>What the exporter calls the service, in a request of any signal.</summary>
    public static IEnumerable<string> ServiceNames(byte[] request) =>
        from exported in Parts(ByteString.CopyFrom(request), 1)
        from resource in Parts(exported, 1)
        from attribute in Parts(resource, 1)
        where Text(attribute, 1) == "service.name"
        select Text(Parts(attribute, 2).Single(), 1);

    public static IEnumerable<ByteString> Parts(ByteString message, int field) =>
        Fields(message).Where(one => one.Field == field && one.Bytes is not null).Select(one => one.Bytes!);

    public static string Text(ByteString message, int field) =>
        Parts(message, field).Select(part => part.ToStringUtf8()).FirstOrDefault() ?? "";

    public static ulong Number(ByteString message, int field) =>
        Fields(message).Where(one => one.Field == field).Select(one => one.Number).FirstOrDefault();

    private static List<(int Field, ByteString? Bytes, ulong Number)> Fields(ByteString message)
    {
        List<(int, ByteString?, ulong)> fields = [];
        var input = message.CreateCodedInput();
        while (input.ReadTag() is not 0 and var tag)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            fields.Add(
                WireFormat.GetTagWireType(tag) switch
                {
                    WireFormat.WireType.LengthDelimited => (field, input.ReadBytes(), 0),
                    WireFormat.WireType.Varint => (field, null, input.ReadUInt64()),
                    WireFormat.WireType.Fixed64 => (field, null, input.ReadFixed64()),
                    WireFormat.WireType.Fixed32 => (field, null, input.ReadFixed32()),
                    var other => throw new FormatException($"A field of wire type {other} is no part of OTLP."),
                });
        }

        return fields;
    }
}
