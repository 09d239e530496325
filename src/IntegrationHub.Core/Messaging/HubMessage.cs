using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Messaging;

/// <summary>
/// Something to be done, on its way through a queue: one sealed record per kind, in the slice whose work it is, with its
/// <see cref="IHandle{T}"/> beside it. What it says is all that its handler needs: it can be sent again as it is.
/// </summary>
/// <param name="Institution">The tenant.</param>
public abstract record HubMessage(string Institution)
{
    /// <summary>The queue that brings it: one of <see cref="QueueNames"/>.</summary>
    public abstract string Queue { get; }

    /// <summary>
    /// Whether an award, or a completion that may become one, depends on it: where it failed, a person settles it and cannot dismiss it.
    /// </summary>
    public virtual bool IsOfAnAward => false;

    /// <summary>The award without which there is nothing to do; null where it needs none.</summary>
    public virtual AwardId? NamedAward => null;

    /// <summary>The step of that award that it is about; null where it is about no step.</summary>
    public virtual StepName? NamedStep => null;

    /// <summary>The learner that it is about, by opaque id; null where it names none.</summary>
    public virtual string? NamedLearner => null;

    /// <summary>What it asks for, for people.</summary>
    public virtual BilingualText InWords() => Text.Both($"work.{GetType().Name}");
}

/// <summary>What a kind of message is called where it is written; never changed.</summary>
public interface IMessageKind
{
    /// <summary>The name.</summary>
    static abstract string Kind { get; }
}
