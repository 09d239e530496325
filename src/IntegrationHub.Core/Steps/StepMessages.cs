using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Steps;

/// <summary>A step of an award is to be done.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepDue(AwardId Award, StepName Step) : HubMessage(Award.Institution), IMessageKind
{
    static string IMessageKind.Kind => "step";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Of(Step);
}

/// <summary>A person wants a step done again.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepReplay(AwardId Award, StepName Step) : HubMessage(Award.Institution), IMessageKind
{
    static string IMessageKind.Kind => "replay";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Of(Step);
}

/// <summary>A step has ended: what follows from it is due.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepEnded(AwardId Award, StepName Step) : HubMessage(Award.Institution), IMessageKind
{
    static string IMessageKind.Kind => "ended";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Notices;
}
