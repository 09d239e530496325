using IntegrationHub.Core.Failures;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>What follows from an award; each step stands on its own.</summary>
public enum StepName
{
    /// <summary>The entry in the SIS.</summary>
    Transcript,

    /// <summary>The verifiable badge.</summary>
    Badge,

    /// <summary>The notice to the Teams channel.</summary>
    Channel,

    /// <summary>The message to the learner.</summary>
    Learner,
}

/// <summary>How far a step has come.</summary>
public enum StepState
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>A worker has claimed it.</summary>
    Running,

    /// <summary>The other side took it and will confirm.</summary>
    Submitted,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Waits: for the next attempt after an outage, or for a person.</summary>
    Waiting,

    /// <summary>Failed for good; a person can replay it.</summary>
    Failed,
}

/// <summary>One step of an award.</summary>
public sealed record Step
{
    /// <summary>Which.</summary>
    public required StepName Name { get; init; }

    /// <summary>What it is to bring about: that the award stands there, is suspended there, is taken back there.</summary>
    public CredentialStatus Goal { get; init; }

    /// <summary>Whether policy wants nothing done here.</summary>
    public bool IsUnwanted { get; init; }

    /// <summary>How far it has come.</summary>
    public StepState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of the attempts were made towards earlier goals.</summary>
    public int Before { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>What went wrong last, in a sentence without personal data; null once it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Why the outside system did not do it; null where the fault is ours.</summary>
    public OutsideFault? Fault { get; init; }

    /// <summary>The other side's id of what was written.</summary>
    public string? Reference { get; init; }

    /// <summary>Where what was written can be seen.</summary>
    public Uri? Link { get; init; }

    /// <summary>While claimed: the end of the claim. While waiting or submitted: when it is looked at again.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Since when it waits: for a system that fails, or for a confirmation.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The stored row's version, for the conditional write; null before the first.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it has succeeded as far as the hub can bring it.</summary>
    public bool HasSucceeded => State is StepState.Done or StepState.Submitted;

    /// <summary>Whether it is a letter to the learner that was sent.</summary>
    public bool IsSentLetter => this is { Name: StepName.Learner, State: StepState.Done, IsUnwanted: false, Reference: not null };

    /// <summary>Whether nothing more happens to it by itself.</summary>
    public bool HasEnded => State is StepState.Done or StepState.Failed;

    /// <summary>Whether what should have moved it by now did not: the moment it waits for is long past.</summary>
    public bool IsOverdue(DateTimeOffset now, TimeSpan patience) => !HasEnded && (Until ?? Updated) + patience < now;

    /// <summary>Whether an earlier attempt may have had its effect without our knowing: its worker was lost, or no answer came
    /// that could be read.</summary>
    public bool MayHaveHappened =>
        Attempts > Before
        && (State is StepState.Running or StepState.Pending || Fault is OutsideFault.Unavailable or OutsideFault.Unreadable);

    /// <summary>Whether a worker holds it now.</summary>
    public bool IsClaimed(DateTimeOffset now) => State == StepState.Running && Until > now;

    /// <summary>
    /// The step with another goal. What never began is done where it is to be taken back; a worker that holds it keeps its
    /// claim, so that nobody acts beside it, but not the last word.
    /// </summary>
    public Step Aim(CredentialStatus goal, DateTimeOffset now)
    {
        if (goal == Goal || IsUnwanted)
            return this;
        if (goal != CredentialStatus.Valid && Attempts == 0)
            return this with { Goal = goal, State = StepState.Done, Updated = now, Until = null };
        var isClaimed = IsClaimed(now);
        return this with
        {
            Goal = goal,
            State = isClaimed ? StepState.Running : StepState.Pending,
            Until = isClaimed ? Until : null,
            Before = isClaimed ? Before : Attempts,
            Updated = now,
            Since = null,
            Error = null,
            Fault = null,
        };
    }
}
