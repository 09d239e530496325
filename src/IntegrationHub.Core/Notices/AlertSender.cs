using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Notices;

/// <summary>Tells an institution's channel of what people must settle, while it is still to be settled.</summary>
public sealed class AlertSender(
    IAttention attention,
    IInstitutions institutions,
    IEnumerable<IChannel> channels,
    NoticeComposer composer,
    DeduplicatedSender sender,
    FailedMessages failed,
    TimeProvider time) : IHandle<AlertDue>, IOwnPoison<AlertDue>
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <summary>Posts the item that a message names; what is wrong with the channel itself is not told to it.</summary>
    public async Task Handle(AlertDue alert, Envelope envelope, CancellationToken cancellation)
    {
        if (!institutions.TryGet(envelope.Institution, out var institution)
            || institution.Connection(ConnectionRole.Channel) is not { } connection)
            return;
        if (await sender.Send(
                envelope,
                $"alert/{alert.Item}",
                () => Find(alert.Item, institution, connection, cancellation),
                cancellation) is
            { IsTransient: false } refusal)
            await failed.Channel(institution.Id, refusal.Message, cancellation);
    }

    /// <inheritdoc/>
    public Task Own(AlertDue message, Envelope envelope, CancellationToken cancellation) =>
        failed.Channel(message.Institution, detail: null, cancellation);

    private async Task<DueNotice?> Find(string id, Institution institution, Connection connection, CancellationToken cancellation) =>
        await attention.Find(institution.Id, id, cancellation) is { Told: null, Alerts: true } item
            ? new(
                institution,
                connection,
                stop => _channels[connection.Kind].Post(institution, connection, composer.Alert(institution, item), stop),
                stop => attention.Note(item with { Told = time.GetUtcNow() }, stop))
            : null;
}
