using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Attention;

/// <summary>
/// A message failed for good by a mistake in the hub, or because what it is about was refused. Of no slice: any may send messages.
/// </summary>
/// <param name="Texts">How messages stand in items.</param>
public sealed record MessageFailed(IMessageTexts Texts) : Cause<MessageSubject>
{
    private const string Channel = "alert";

    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    /// <summary>A message that can be sent again as it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="detail">What went wrong; null where only the log says it.</param>
    public AttentionItem Of(HubMessage message, string? detail = null) =>
        Of(message.Institution, message.Queue, Texts.Write(message), detail);

    /// <summary>Something else that came through a queue.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="name">What makes it one item.</param>
    /// <param name="detail">What went wrong; null where only the log says it.</param>
    public AttentionItem Of(string institution, string queue, string name, string? detail = null) =>
        About(institution, new(queue, name, name), detail);

    /// <summary>The channel cannot be told.</summary>
    public AttentionItem OfChannel(string institution, string? detail = null) =>
        Of(institution, nameof(ConnectionRole.Channel), Channel, detail);

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => Message(item) is { IsOfAnAward: true } || IsUnreadable(item);

    /// <summary>What is wrong with the channel is not told to the channel.</summary>
    public override bool Alerts(Subject subject) => subject is not MessageSubject { Queue: nameof(ConnectionRole.Channel) };

    /// <inheritdoc/>
    public override Retrial? Retry(AttentionItem item) =>
        Message(item) is { } message ? new(message, Settles: true)
        : IsUnreadable(item) ? null
        : base.Retry(item);

    /// <inheritdoc/>
    public override FailedWork Work(AttentionItem item) => Message(item) switch
    {
        { } message => new(message.InWords(), message.NamedAward, message.NamedLearner),
        _ when IsUnreadable(item) => new(Text.Both("work.other")),
        _ when item.Subject.Text is not { } text || text == Channel => new(Text.Both("work.AlertDue")),
        _ => new(Text.Both(item.Subject.Text.Contains('/') ? "work.unreadable" : "work.delivery", item.Subject.Text)),
    };

    /// <summary>Whether it holds a message of another release: it stays until that one sends it again.</summary>
    private bool IsUnreadable(AttentionItem item) => item.Subject.Text?.Contains(' ') == true && Message(item) is null;

    private HubMessage? Message(AttentionItem item) => item.Subject.Text is { } text ? Texts.Read(item.Institution, text) : null;
}
