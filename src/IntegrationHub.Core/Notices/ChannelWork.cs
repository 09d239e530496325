using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Notices;

/// <summary>Tells the channel that a credential exists.</summary>
public sealed class ChannelWork(IEnumerable<IChannel> channels, NoticeComposer composer) : IStepWork
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Channel;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Channel;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        await _channels[context.Connection.Kind]
            .Post(
                context.Institution,
                context.Connection,
                context.IsFirst ? composer.Issued(context) : composer.Changed(context),
                cancellation);
        return new(StepState.Done, context.NoticeId);
    }
}
