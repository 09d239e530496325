namespace IntegrationHub.Core.Awards;

/// <summary>The decision that a learner earned a micro-credential, and everything that follows from it.</summary>
public sealed record Award
{
    /// <summary>Its meaning as a key.</summary>
    public required AwardId Id { get; init; }

    /// <summary>The learner, by opaque id.</summary>
    public required string Learner { get; init; }

    /// <summary>Code of the micro-credential.</summary>
    public required string MicroCredential { get; init; }

    /// <summary>The decision as it stood when it was awarded; the award keeps the version it was earned under.</summary>
    public required Decision Decision { get; init; }

    /// <summary>When it was earned: the time of the event that settled it.</summary>
    public required DateTimeOffset Earned { get; init; }

    /// <summary>When the hub opened it; places it in the tables of open and recent awards.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>What follows from it.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>A step by name.</summary>
    /// <exception cref="KeyNotFoundException">The award has no such step.</exception>
    public Step this[StepName name] => Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new KeyNotFoundException($"The award {Id} has no step '{name}'.");

    /// <summary>Public page of the credential; null until the badge exists.</summary>
    public Uri? Credential => Steps.FirstOrDefault(step => step.Name == StepName.Badge)?.Link;

    /// <summary>Whether a step may start: notices wait until the credential exists.</summary>
    public bool IsDue(StepName name) => name switch
    {
        StepName.Transcript or StepName.Badge => true,
        _ => this[StepName.Badge].HasSucceeded,
    };

    /// <summary>Whether nothing can move any more without a person: every step has ended, or waits on one that failed.</summary>
    public bool IsAtRest => Steps.All(step => step.HasEnded || (step.State == StepState.Pending && !IsDue(step.Name) && this[StepName.Badge].State == StepState.Failed));
}
