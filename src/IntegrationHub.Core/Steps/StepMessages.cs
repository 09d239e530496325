using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Steps;

/// <summary>A message about a step of an award.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public abstract record StepMessage(AwardId Award, StepName Step) : HubMessage(Award.Institution)
{
    /// <inheritdoc/>
    public sealed override AwardId? NamedAward => Award;

    /// <inheritdoc/>
    public sealed override StepName? NamedStep => Step;
}

/// <summary>A step is to be brought forward.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public abstract record StepRun(AwardId Award, StepName Step) : StepMessage(Award, Step)
{
    /// <inheritdoc/>
    public sealed override string Queue => QueueNames.Of(Step);

    /// <inheritdoc/>
    public sealed override BilingualText InWords() => Text.Both($"work.step.{Step}");
}

/// <summary>A step of an award is to be done.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepDue(AwardId Award, StepName Step) : StepRun(Award, Step), IMessageKind
{
    static string IMessageKind.Kind => "step";
}

/// <summary>A person wants a step done again.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepReplay(AwardId Award, StepName Step) : StepRun(Award, Step), IMessageKind
{
    /// <summary>
    /// Of a letter that was sent: how often it had been tried when the person asked for it once more, so that the message does it once.
    /// Null of what is not done.
    /// </summary>
    public int? After { get; init; }

    /// <summary>Whether it asks for something more of a step that is done.</summary>
    internal bool Repeats(Step step) => After == step.Attempts;

    static string IMessageKind.Kind => "replay";
}

/// <summary>A step has ended: what follows from it is due.</summary>
/// <param name="Award">The award.</param>
/// <param name="Step">The step.</param>
public sealed record StepEnded(AwardId Award, StepName Step) : StepMessage(Award, Step), IMessageKind
{
    static string IMessageKind.Kind => "ended";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Notices;
}
