using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>A message failed for good, by a mistake in the hub or because it was refused. Any slice sends messages.</summary>
public sealed record MessageFailed : Cause<MessageSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    /// <summary>A message.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="queue">Its queue.</param>
    /// <param name="reference">Which: its kind and its reference, where it can be sent again.</param>
    /// <param name="detail">What went wrong.</param>
    public static AttentionItem Of(string institution, string queue, string reference, string? detail = null) =>
        new MessageFailed().About(institution, new(queue, reference, reference), detail);

    /// <summary>A letter to a learner cannot be sent.</summary>
    public static AttentionItem OfLetter(string institution, string letter, string detail) =>
        new MessageFailed().About(institution, new(QueueNames.Notices, letter, $"{MessageKinds.Letter} {letter}"), detail);

    /// <summary>The channel refuses a notice for good.</summary>
    public static AttentionItem OfChannel(string institution, string detail) =>
        new MessageFailed().About(institution, new(nameof(ConnectionRole.Channel), "alert", null), detail);

    /// <inheritdoc/>
    public override bool IsNeeded(Subject subject) => Parts(subject) is [var kind, _] && MessageKinds.IsOfAnAward(kind);

    /// <summary>What is wrong with the channel is not told to the channel.</summary>
    public override bool Alerts(Subject subject) => subject is not MessageSubject { Queue: nameof(ConnectionRole.Channel) };

    /// <inheritdoc/>
    public override Retrial Retry(AttentionItem item) =>
        Parts(item.Subject) is [var kind, var reference] && MessageKinds.CanBeSentAgain(kind)
            ? new(item.Source, Envelope.Of(TrackingId.New(), item.Institution, kind, reference), Settles: true)
            : base.Retry(item);

    private static string[]? Parts(Subject subject) => subject.Text?.Split(' ', 2);
}
