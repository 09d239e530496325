using System.IO.Compression;

namespace IntegrationHub.Core.Model.Completions;

/// <summary>What a source sent in one request.</summary>
/// <param name="Body">The bytes of the body as they arrived: what signatures cover.</param>
/// <param name="Headers">Request headers, names case-insensitive.</param>
public sealed record Delivery(ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The header of the hub's own test events: what bears it is noted under the header's value and never kept.</summary>
    public const string TestHeader = "X-Hub-Test";

    private const int FirstBuffer = 16 * 1024;
    private const int LongestTestId = 40;

    /// <summary>
    /// A member of gzip's own that is put behind a body: a reader ends silently where its bytes do, and comes to this one only where the
    /// member before it is whole. A body may be of several members (RFC 1952, 2.2).
    /// </summary>
    private static readonly byte[] End = [.. "end of body"u8], LastMember = Pack(End);

    private ReadOnlyMemory<byte>? _content;

    // A changed copy unpacks its own body.
    private Delivery(Delivery original) => (Body, Headers, AddressKey, MostUnpacked, Received, EventId) =
        (original.Body, original.Headers, original.AddressKey, original.MostUnpacked, original.Received, original.EventId);

    /// <summary>What the address bore behind the source's name and <c>~</c>; null where there was nothing.</summary>
    public string? AddressKey { get; init; }

    /// <summary>The id that the address gave to the only event in it (xAPI's PUT); null where it gave none.</summary>
    public string? EventId { get; init; }

    /// <summary>
    /// When it arrived, once it is kept; null at the door. Only for what holds from the moment at which it is heard: nothing else is dated
    /// by arrival.
    /// </summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Most bytes that a packed body may unpack to; a bare body was bounded when it was read.</summary>
    public int MostUnpacked { get; init; } = 4 * 1024 * 1024;

    /// <summary>The name of the test that the delivery is; null where it is none.</summary>
    public string? TestId => Header(TestHeader) is { Length: > 0 and <= LongestTestId } id && id.All(char.IsAsciiLetterOrDigit) ? id : null;

    /// <summary>A header's value; null where it is absent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The body as its protocol reads it: unpacked where <c>Content-Encoding</c> says gzip.</summary>
    /// <exception cref="UnpackException">It is packed otherwise, damaged, or unpacks to too much.</exception>
    public ReadOnlyMemory<byte> Content => _content ??= Header("Content-Encoding")?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => Body,
        "gzip" or "x-gzip" => Unpack(),
        _ => throw new UnpackException(415, "The Content-Encoding is neither gzip nor identity."),
    };

    private ReadOnlyMemory<byte> Unpack()
    {
        try
        {
            using var packed = new GZipStream(Packed(), CompressionMode.Decompress);
            var buffer = new byte[FirstBuffer];
            var length = 0;
            while (packed.Read(buffer, length, buffer.Length - length) is > 0 and var read)
            {
                length += read;
                if (length - End.Length > MostUnpacked)
                    throw new UnpackException(413, "The body unpacks to more than the hub takes.");
                if (length == buffer.Length)
                    Array.Resize(ref buffer, Math.Min(MostUnpacked + End.Length + 1, buffer.Length * 2));
            }

            return Body.Length > 0 && buffer.AsSpan(0, length).EndsWith(End)
                ? buffer.AsMemory(0, length - End.Length)
                : throw new InvalidDataException("The end is missing.");
        }
        catch (InvalidDataException damage)
        {
            throw new UnpackException(400, "The body is not the gzip that its Content-Encoding names, or was cut short.", damage);
        }
    }

    private MemoryStream Packed() => new([.. Body.Span, .. LastMember], writable: false);

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest))
            packing.Write(content);
        return packed.ToArray();
    }
}

/// <summary>A packed body cannot be unpacked.</summary>
/// <param name="status">HTTP status that says so: 400, 413 or 415.</param>
/// <param name="message">What is wrong, without a word of the body.</param>
/// <param name="inner">Why.</param>
public sealed class UnpackException(int status, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>HTTP status that says so.</summary>
    public int Status => status;

    /// <summary>Whether it would unpack to more than the hub takes.</summary>
    public bool IsTooMuch => status == 413;
}
