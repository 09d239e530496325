using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Notices;

/// <summary>Tells an institution's channel of what people must settle, while it is still to be settled.</summary>
public sealed class AlertPost(
    IAttention attention,
    IInstitutions institutions,
    IEnumerable<IChannel> channels,
    NoticeComposer composer,
    Switchboard switchboard,
    AttentionDesk desk,
    Postponement postponement)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <summary>Posts the item that a message names; what is wrong with the channel itself is not told to it.</summary>
    public async Task Handle(Envelope envelope, CancellationToken cancellation)
    {
        var item = await attention.Find(envelope.Institution, envelope.Ref!, cancellation);
        if (item is null
            || institutions.Find(envelope.Institution, out var institution) != InstitutionState.InForce
            || institution!.Connection(ConnectionRole.Channel) is not { } connection
            || item.Source == nameof(ConnectionRole.Channel))
            return;
        try
        {
            await switchboard.CallSoon(institution, connection, Post, cancellation);
        }
        catch (OutsideException failure) when (!failure.IsTransient)
        {
            await desk.ChannelRefuses(institution, failure, cancellation);
        }
        catch (OutsideException failure)
        {
            await postponement.PutOff(QueueNames.Notices, envelope, failure, cancellation);
        }

        async Task<bool> Post()
        {
            await _channels[connection.Kind].Post(institution, connection, composer.Alert(institution, item), cancellation);
            return true;
        }
    }
}
