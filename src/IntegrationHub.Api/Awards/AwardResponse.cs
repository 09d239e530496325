using System.Text.Json.Serialization;

namespace IntegrationHub.Api;

/// <summary>An award.</summary>
public sealed record AwardResponse
{
    /// <summary>Award id.</summary>
    public required string Id { get; init; }

    /// <summary>The tenant.</summary>
    public required string Institution { get; init; }

    /// <summary>Student number; the opaque id where the learner's data were erased.</summary>
    public required string Learner { get; init; }

    /// <summary>Code of the micro-credential.</summary>
    public required string MicroCredential { get; init; }

    /// <summary>Version it was earned under.</summary>
    public required int Version { get; init; }

    /// <summary>Title of the micro-credential.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>When it was earned, UTC.</summary>
    public required DateTimeOffset Awarded { get; init; }

    /// <summary>The score that counted; null where a completion alone was proof.</summary>
    public required decimal? Percent { get; init; }

    /// <summary>Public page of the credential; null before it is issued.</summary>
    public required Uri? Credential { get; init; }

    /// <summary>valid, awaitingApproval, declined, inQuestion, suspended or revoked.</summary>
    public required string State { get; init; }

    /// <summary>Why it is in this state, in a person's words.</summary>
    public required string? Reason { get; init; }

    /// <summary>When it expires, UTC; null where it does not.</summary>
    public required DateTimeOffset? ValidUntil { get; init; }

    /// <summary>course, priorLearning or stacking.</summary>
    public required string Path { get; init; }

    /// <summary>Credits that it grants; 0 for a renewal.</summary>
    public required decimal Credits { get; init; }

    /// <summary>How often the learner opened the end-of-learning survey; null in lists, and where the hub issued no credential.</summary>
    public required int? SurveyOpened { get; init; }

    /// <summary>Its steps: transcript, badge, channel, learner.</summary>
    public required IReadOnlyList<AwardStep> Steps { get; init; }

    /// <summary>Every rule and its verdict; null in lists.</summary>
    public required IReadOnlyList<AwardRule>? Rules { get; init; }

    /// <summary>What happened, oldest first; null in lists.</summary>
    public required IReadOnlyList<AwardEvent>? Timeline { get; init; }

    /// <summary>Whether every step has a result.</summary>
    [JsonIgnore]
    public bool IsSettled => Steps.Count > 0 && Steps.All(step => step.HasResult);

    /// <summary>Whether a step has failed.</summary>
    [JsonIgnore]
    public bool HasFailed => Steps.Any(step => step.State == "failed");

    /// <summary>The step of a name; null where the award does not have it.</summary>
    public AwardStep? Step(string name) => Steps.FirstOrDefault(step => step.Name == name);
}

/// <summary>A step of an award.</summary>
/// <param name="Name">transcript, badge, channel or learner.</param>
/// <param name="State">pending, running, submitted, done, waiting or failed.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Updated">When it last changed, UTC.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="Reference">The other system's id.</param>
/// <param name="Next">When it is tried again, UTC; null where it has ended.</param>
public sealed record AwardStep(
    string Name, string State, int Attempts, DateTimeOffset Updated, string? Error, string? Reference, DateTimeOffset? Next)
{
    /// <summary>The names of all steps, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["transcript", "badge", "channel", "learner"];

    /// <summary>Whether somebody answered: what is submitted is confirmed later, what is waiting is tried later.</summary>
    [JsonIgnore]
    public bool HasResult => State is not ("pending" or "running");
}

/// <summary>A rule of a decision.</summary>
/// <param name="Rule">Its name, e.g. threshold or attempts.</param>
/// <param name="Verdict">met, notMet or asks.</param>
/// <param name="Sentence">What it looked at and what it found.</param>
/// <param name="Evidence">The event or the award that it looked at.</param>
public sealed record AwardRule(string Rule, string Verdict, LocalizedText Sentence, string? Evidence);

/// <summary>An entry of an award's timeline.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What happened, e.g. awarded, done or failed.</param>
/// <param name="Step">The step it concerns, if any.</param>
/// <param name="Detail">The other system's id, or what went wrong.</param>
public sealed record AwardEvent(DateTimeOffset At, string Event, string? Step, string? Detail);
