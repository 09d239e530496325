using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Core.Completions;

/// <summary>One LMS protocol: proves who sent a delivery and reads completions out of it.</summary>
public interface ILms
{
    /// <summary>Which <see cref="Source.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>The HTTP status for an authentic delivery that cannot be read: what the protocol says, else 200.</summary>
    int UnreadableStatus { get; }

    /// <summary>Whether the delivery comes from the source: in constant time, over the bytes as they arrived.</summary>
    /// <exception cref="Outside.OutsideException">What proves it (a key set) cannot be fetched now.</exception>
    Task<bool> Authenticate(Source source, Delivery delivery, CancellationToken cancellation);

    /// <summary>Reads an authentic delivery; the same bytes always give the same reading.</summary>
    Reading Read(Source source, Delivery delivery);
}

/// <summary>What a source sent in one request.</summary>
/// <param name="Body">The bytes of the body as they arrived.</param>
/// <param name="Headers">Request headers, names case-insensitive.</param>
public sealed record Delivery(ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>What a delivery says.</summary>
public sealed record Reading
{
    /// <summary>What may lead to an award, in the order of the delivery.</summary>
    public IReadOnlyList<Completion> Completions { get; init; } = [];

    /// <summary>The source's names of the events in it that are no completions; counted, not kept.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>The ids of all events in it, in order, where the protocol answers with them (xAPI).</summary>
    public IReadOnlyList<string> EventIds { get; init; } = [];

    /// <summary>Why it cannot be read (a sentence without personal data); null where it can.</summary>
    public string? Fault { get; init; }
}
