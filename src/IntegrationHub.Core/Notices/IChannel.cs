using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Notices;

/// <summary>The channel where the departments meet.</summary>
public interface IChannel
{
    /// <summary>Which <see cref="Connection.Kind"/> it serves.</summary>
    string Kind { get; }

    /// <summary>Posts a notice.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The channel did not take it.</exception>
    Task Post(Institution institution, Connection connection, ChannelNotice notice, CancellationToken cancellation);
}

/// <summary>A notice to the channel, in both languages at once: a channel has no language of its own.</summary>
/// <param name="Id">Notice id: the same for a repeat of the same notice.</param>
/// <param name="Title">Heading.</param>
/// <param name="Facts">Label and value, in the order they are read.</param>
/// <param name="Tone">What kind of news it is; shown in words too, not by colour alone.</param>
/// <param name="Link">Where to look.</param>
/// <param name="LinkLabel">The words on the link.</param>
public sealed record ChannelNotice(
    string Id,
    BilingualText Title,
    IReadOnlyList<ChannelFact> Facts,
    NoticeTone Tone,
    Uri Link,
    BilingualText LinkLabel);

/// <summary>A line of a channel notice.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
public sealed record ChannelFact(BilingualText Label, BilingualText Value);

/// <summary>What kind of news a notice brings.</summary>
public enum NoticeTone
{
    /// <summary>Something was issued.</summary>
    Good,

    /// <summary>Something failed and a person must look.</summary>
    Attention,
}
