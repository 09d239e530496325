using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Pipeline;

namespace IntegrationHub.Core.Badges;

/// <summary>Issues the badge.</summary>
public sealed class BadgeWork(ILearners learners, IEnumerable<IBadgePlatform> platforms) : IStepWork
{
    private readonly Dictionary<string, IBadgePlatform> _platforms = platforms.ToDictionary(platform => platform.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Badge;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Badges;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        var learner = await learners.Get(context, cancellation);
        var order = new BadgeOrder(context.Award, context.MicroCredential, learner, context.Step.Attempts > 0);
        var badge = await _platforms[context.Connection.Kind].Issue(context.Institution, context.Connection, order, cancellation);
        return new(StepState.Done, badge.Reference, badge.Link);
    }
}
