using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>A step failed for good.</summary>
public sealed record StepFailed : Cause<StepSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [new("replay", CommandTarget.Step)];

    /// <summary>A step, and how it failed.</summary>
    public static AttentionItem Of(AwardId award, StepName step, string? error = null) =>
        new StepFailed().About(award.Institution, new(award, step), error);

    /// <summary>What is wrong with the channel is not told to the channel.</summary>
    public override bool Alerts(Subject subject) => subject is not StepSubject { Name: StepName.Channel };

    /// <inheritdoc/>
    public override Retrial? Retry(AttentionItem item) => item.Subject is StepSubject { Id: var award, Name: var step }
        ? new(new StepReplay(award, step), Settles: false)
        : base.Retry(item);
}
