using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;

namespace IntegrationHub.Core.Badges;

/// <summary>Issues the badge, and brings what is said of it to where the award is.</summary>
public sealed class BadgeWork(LearnersAfresh learners, IEnumerable<IBadgePlatform> platforms, OtherCycles others) : IStepWork
{
    private readonly Dictionary<string, IBadgePlatform> _platforms = platforms.ToDictionary(platform => platform.Kind);

    /// <inheritdoc/>
    public StepName Name => StepName.Badge;

    /// <inheritdoc/>
    public ConnectionRole Role => ConnectionRole.Badges;

    /// <inheritdoc/>
    public async Task<StepResult> Do(StepContext context, CancellationToken cancellation)
    {
        if (context.Step is { Goal: CredentialStatus.Valid, Reference: null })
            return await Issue(context, cancellation);
        var reference = context.Step.Reference ?? (await Find(context, cancellation))?.Reference;
        return reference is null ? new(StepState.Done) : await Change(context, reference, cancellation);
    }

    private async Task<StepResult> Issue(StepContext context, CancellationToken cancellation)
    {
        if (!context.Connection.IsTheHub)
            await others.LetEarlierEnd(context, cancellation);
        var platform = _platforms[context.Connection.Kind];
        return Result(await platform.Issue(context.Institution, context.Connection, await Order(context, cancellation), cancellation));
    }

    /// <summary>An attempt whose answer was lost may have issued it.</summary>
    private async Task<IssuedBadge?> Find(StepContext context, CancellationToken cancellation) =>
        await _platforms[context.Connection.Kind]
            .Find(context.Institution, context.Connection, await Order(context, cancellation), cancellation);

    private async Task<StepResult> Change(StepContext context, string reference, CancellationToken cancellation)
    {
        var (award, goal) = (context.Award, context.Step.Goal);
        var isOurs = CredentialId.TryParse(reference, out var own) && own.Institution == context.Institution.Id;
        // A platform knows a learner's badge once, whatever the cycle; the hub signs one for each award.
        if (!isOurs && goal != CredentialStatus.Valid && await others.RestOnIt(context, HasItsOwn, cancellation))
            return new(StepState.Done, reference);
        var platform = isOurs && _platforms.Values.FirstOrDefault(one => one.IsTheHub) is { } hub
            ? hub
            : _platforms[context.Connection.Kind];
        var change = new BadgeChange(award.Id, reference, goal, award.Reason, award.Changed ?? award.Opened);
        await platform.Change(context.Institution, context.Connection, change, cancellation);
        return new(StepState.Done, reference);

        bool HasItsOwn(Award other) => OtherCycles.HaveOtherIds(context, other) == true;
    }

    private async Task<BadgeOrder> Order(StepContext context, CancellationToken cancellation) =>
        new(context.Award, context.MicroCredential, await learners.Get(context, cancellation), context.Step.Attempts > 0);

    private static StepResult Result(IssuedBadge badge) => new(StepState.Done, badge.Reference, badge.Link);
}
