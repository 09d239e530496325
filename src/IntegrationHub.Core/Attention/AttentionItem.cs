using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Attention;

/// <summary>Why a person must look.</summary>
public enum Cause
{
    /// <summary>No learner is known by what the source calls them; completions wait.</summary>
    UnknownLearner,

    /// <summary>Several learners may be meant by what the source calls them; completions wait for a person to choose.</summary>
    AmbiguousLearner,

    /// <summary>No micro-credential is offered by that course; completions wait.</summary>
    UnknownOffering,

    /// <summary>A regrade brought an awarded score below the threshold.</summary>
    RegradeBelowThreshold,

    /// <summary>A step failed for good.</summary>
    StepFailed,

    /// <summary>An outside system does not answer; its steps wait.</summary>
    SystemDown,

    /// <summary>An outside system refuses the hub's credential; its steps wait.</summary>
    CredentialRefused,

    /// <summary>The secret of a source that is being replaced ends soon, or has ended and is still named.</summary>
    SecretEnding,

    /// <summary>A source sends what cannot be read.</summary>
    UnreadableDelivery,

    /// <summary>A message failed for good by a mistake in the hub.</summary>
    MessageFailed,

    /// <summary>Something is earned, and policy leaves the word to a person; nothing is written or issued before.</summary>
    ApprovalNeeded,

    /// <summary>Mastery is shown but a prerequisite is missing; a person may waive it.</summary>
    PrerequisiteMissing,

    /// <summary>What an LMS should have reported could not be compared for every course.</summary>
    ReconciliationPartial,

    /// <summary>An institution's files have faults; the last good version stays in force.</summary>
    CatalogueFault,

    /// <summary>A source has been silent for longer than it usually is.</summary>
    SourceSilent,
}

/// <summary>Something that a person must settle: one per cause, subject and fingerprint, with a count.</summary>
public sealed record AttentionItem
{
    /// <summary>In place of an institution: what concerns the hub itself.</summary>
    public const string OfTheHub = "hub";

    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Why.</summary>
    public required Cause Cause { get; init; }

    /// <summary>What it concerns: a source, a connection's role, a step.</summary>
    public required string Source { get; init; }

    /// <summary>What makes it one item: the same fingerprint counts up.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What a person needs to settle it, e.g. the LMS's user id or the course; kept until it is settled.</summary>
    public string? Subject { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Detail { get; init; }

    /// <summary>The student numbers among which a person is to choose; empty where there is nothing to choose.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The award it concerns, if one.</summary>
    public AwardId? Award { get; init; }

    /// <summary>The step it concerns, if one.</summary>
    public StepName? Step { get; init; }

    /// <summary>How often it happened.</summary>
    public int Count { get; init; } = 1;

    /// <summary>When first.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When last.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>When the channel heard of it; null where it has not.</summary>
    public DateTimeOffset? Told { get; init; }

    /// <summary>Until when a person has put it aside; null where nobody has.</summary>
    public DateTimeOffset? AsideUntil { get; init; }

    /// <summary>Whether it is put aside.</summary>
    public bool IsAside(DateTimeOffset now) => AsideUntil > now;

    /// <summary>
    /// Whether an award, or a completion that may become one, waits for its answer: such an item is settled or put aside,
    /// never dismissed.
    /// </summary>
    public bool IsNeeded => Cause switch
    {
        Cause.ApprovalNeeded or Cause.PrerequisiteMissing or Cause.RegradeBelowThreshold => true,
        Cause.UnknownLearner or Cause.AmbiguousLearner or Cause.UnknownOffering or Cause.UnreadableDelivery => true,
        Cause.MessageFailed => Subject?.Split(' ', 2) is [var kind, _] && kind is "part" or "act" or "move" or "recognition" or "release",
        _ => false,
    };

    /// <summary>Its name within the institution.</summary>
    public string Id => IdOf(Cause, Source, Fingerprint);

    /// <summary>The name of the item for a cause, a source and a fingerprint.</summary>
    public static string IdOf(Cause cause, string source, string fingerprint) =>
        Base32.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"{cause}\n{source}\n{fingerprint}")).AsSpan(0, 10));
}
