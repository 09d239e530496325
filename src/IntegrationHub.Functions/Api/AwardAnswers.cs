using IntegrationHub.Api;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Functions.Api;

/// <summary>Awards as the API answers them.</summary>
internal static class AwardAnswers
{
    /// <summary>The award as one of a list.</summary>
    public static AwardResponse ToApi(this AwardView view) => new()
    {
        Id = view.Award.Id.ToString(),
        Institution = view.Award.Id.Institution,
        Learner = view.Learner?.StudentNumber ?? view.Award.Learner,
        MicroCredential = view.Award.MicroCredential,
        Version = view.Award.Decision.Version,
        Title = view.Title.ToApi(),
        Awarded = view.Award.Earned,
        Percent = view.Award.Decision.Percent,
        Credential = view.Award.Credential,
        State = HubJson.NameOf(view.Award.State),
        Reason = view.Award.Reason,
        ValidUntil = view.Award.ValidUntil,
        Path = HubJson.NameOf(view.Award.Decision.Path),
        Credits = view.Award.Decision.Credits,
        SurveyOpened = null,
        Steps = [.. view.Award.Steps.Select(ToApi)],
        Rules = null,
        Timeline = null,
    };

    /// <summary>Everything about the award.</summary>
    /// <param name="view">The award.</param>
    /// <param name="holding">What the learner did with the credential; null where the hub issued none.</param>
    public static AwardResponse ToApi(this AwardView view, Holding? holding) => view.ToApi() with
    {
        SurveyOpened = holding?.SurveyOpened,
        Rules = [.. view.Award.Decision.Rules.Select(rule => ToApi(rule, view.MicroCredential))],
        Timeline = [.. view.Timeline.Select(ToApi)],
    };

    /// <summary>The name of a step, if there is one.</summary>
    public static string? ToApi(this StepName? step) => step is { } name ? HubJson.NameOf(name) : null;

    /// <summary>A text in both languages.</summary>
    public static LocalizedText ToApi(this BilingualText text) => new(text.Fr, text.En);

    private static AwardEvent ToApi(TimelineEntry entry) =>
        new(entry.At, HubJson.NameOf(entry.Event), entry.Step.ToApi(), entry.Detail);

    private static AwardStep ToApi(Step step) => new(
        HubJson.NameOf(step.Name), HubJson.NameOf(step.State), step.Attempts, step.Updated,
        step.Error, step.Reference, step.HasEnded ? null : step.Until);

    /// <summary>A rule's result, with the entry in the version that decided.</summary>
    private static AwardRule ToApi(RuleResult rule, MicroCredential? entry) => new(
        HubJson.NameOf(rule.Rule), HubJson.NameOf(rule.Verdict),
        new(Explanation.Of(rule, entry, "fr"), Explanation.Of(rule, entry, "en")), rule.Evidence);
}
