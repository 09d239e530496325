using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Functions;

/// <summary>An award as the API gives it.</summary>
/// <param name="Id">Award id.</param>
/// <param name="Institution">The tenant.</param>
/// <param name="Learner">Student number; the opaque id where the learner's data were erased.</param>
/// <param name="MicroCredential">Code.</param>
/// <param name="Version">Version it was earned under.</param>
/// <param name="Title">Title in both languages.</param>
/// <param name="Awarded">When it was earned, UTC.</param>
/// <param name="Percent">The score that counted; null where a completion alone was proof.</param>
/// <param name="Credential">Public page of the credential.</param>
/// <param name="State">valid, awaitingApproval, declined, inQuestion, suspended or revoked.</param>
/// <param name="Reason">Why, in a person's words.</param>
/// <param name="ValidUntil">Its own end, UTC.</param>
/// <param name="Path">course, priorLearning or stacking.</param>
/// <param name="Credits">Credits that it grants; 0 for a renewal.</param>
/// <param name="SurveyOpened">How often the learner opened the end-of-learning survey; null in lists, and where the hub issued no credential.</param>
/// <param name="Steps">transcript, badge, channel, learner.</param>
/// <param name="Rules">Why: every rule and what it said; null in lists.</param>
/// <param name="Timeline">What happened, oldest first; null in lists.</param>
public sealed record AwardJson(
    string Id,
    string Institution,
    string Learner,
    string MicroCredential,
    int Version,
    BilingualText Title,
    DateTimeOffset Awarded,
    decimal? Percent,
    Uri? Credential,
    AwardState State,
    string? Reason,
    DateTimeOffset? ValidUntil,
    LearningPath Path,
    decimal Credits,
    int? SurveyOpened,
    IReadOnlyList<StepJson> Steps,
    IReadOnlyList<RuleJson>? Rules,
    IReadOnlyList<TimelineJson>? Timeline)
{
    /// <summary>The award of a view.</summary>
    /// <param name="view">The award.</param>
    /// <param name="withTimeline">Whether to tell everything, as of one award, or as in a list.</param>
    /// <param name="holding">What the learner did with the credential; null where that is not told.</param>
    public static AwardJson Of(AwardView view, bool withTimeline, Holding? holding = null) => new(
        view.Award.Id.ToString(),
        view.Award.Id.Institution,
        view.Learner?.StudentNumber ?? view.Award.Learner,
        view.Award.MicroCredential,
        view.Award.Decision.Version,
        view.Title,
        view.Award.Earned,
        view.Award.Decision.Percent,
        view.Award.Credential,
        view.Award.State,
        view.Award.Reason,
        view.Award.ValidUntil,
        view.Award.Decision.Path,
        view.Award.Decision.Credits,
        holding?.SurveyOpened,
        [.. view.Award.Steps.Select(StepJson.Of)],
        withTimeline ? [.. view.Award.Decision.Rules.Select(rule => RuleJson.Of(rule, view.MicroCredential))] : null,
        withTimeline ? [.. view.Timeline.Select(entry => new TimelineJson(entry.At, entry.Event, entry.Step, entry.Detail))] : null);
}

/// <summary>A rule of a decision as the API gives it.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Verdict">met, notMet or asks.</param>
/// <param name="Sentence">What it looked at and what it said, in both languages.</param>
/// <param name="Evidence">The event or the award that it looked at.</param>
public sealed record RuleJson(RuleName Rule, RuleVerdict Verdict, BilingualText Sentence, string? Evidence)
{
    /// <summary>A rule's result, with the entry in the version that decided.</summary>
    public static RuleJson Of(RuleResult rule, MicroCredential? entry) =>
        new(rule.Rule, rule.Verdict, new(Explanation.Of(rule, entry, "fr"), Explanation.Of(rule, entry, "en")), rule.Evidence);
}

/// <summary>A step as the API gives it.</summary>
/// <param name="Name">Which.</param>
/// <param name="State">pending, running, submitted, done, waiting or failed.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Updated">When it last changed, UTC.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="Reference">The other side's id.</param>
/// <param name="Next">When it is looked at again, UTC.</param>
public sealed record StepJson(StepName Name, StepState State, int Attempts, DateTimeOffset Updated, string? Error, string? Reference, DateTimeOffset? Next)
{
    /// <summary>A step.</summary>
    public static StepJson Of(Step step) => new(step.Name, step.State, step.Attempts, step.Updated, step.Error, step.Reference, step.HasEnded ? null : step.Until);
}

/// <summary>A timeline entry as the API gives it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What.</param>
/// <param name="Step">Which step, if one.</param>
/// <param name="Detail">The other side's id, or what went wrong.</param>
public sealed record TimelineJson(DateTimeOffset At, TimelineEvent Event, StepName? Step, string? Detail);
