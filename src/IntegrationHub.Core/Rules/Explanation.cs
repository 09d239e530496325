using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Rules;

/// <summary>Says in a sentence what a rule looked at and what it said.</summary>
public static class Explanation
{
    /// <summary>The sentence, in a language.</summary>
    /// <param name="rule">The rule's result.</param>
    /// <param name="microCredential">The entry, in the version that decided, for the titles of components; null where the catalogue has it
    /// no more.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static string Of(RuleResult rule, MicroCredential? microCredential, string language)
    {
        var culture = Text.Culture(language);
        var sentence = Text.In(
            language,
            Key(rule),
            rule.Input is { } input ? Figures.Score(input, rule.Needed, culture) : null,
            rule.Needed is { } needed ? Figures.Exact(needed, culture) : null,
            rule.Subject,
            rule.Text,
            rule.Day?.ToString("D", culture));
        return Component(rule, microCredential) is { } component ? Text.In(language, "rule.component", component, sentence) : sentence;
    }

    /// <summary>How it was earned, in a sentence.</summary>
    public static string Narrative(string language, Decision decision) =>
        (decision.Percent, decision.Threshold) switch
        {
            ({ } percent, { } threshold) => Text.In(
                language,
                "narrative.score",
                Figures.Score(percent, threshold, Text.Culture(language)),
                Figures.Exact(threshold, Text.Culture(language))),
            (null, { } threshold) => Text.In(language, "narrative.completed", Figures.Exact(threshold, Text.Culture(language))),
            _ => Text.In(language, "narrative.stacked"),
        };

    private static string Key(RuleResult rule) =>
        rule switch
        {
            { Rule: RuleName.Threshold, Input: null } => "rule.Threshold.Missing",
            { Rule: RuleName.Stack, Text: { } measure } => $"rule.Stack.{measure}.{rule.Verdict}",
            { Rule: RuleName.Approval, Subject: { } reason } => $"rule.Approval.{reason}",
            { Rule: RuleName.Window, Subject: not null } => "rule.Window.Late",
            { Rule: RuleName.Prerequisite, Text: not null } => "rule.Prerequisite.Waived",
            _ => $"rule.{rule.Rule}.{rule.Verdict}",
        };

    private static BilingualText? Component(RuleResult rule, MicroCredential? microCredential) =>
        rule is { Rule: RuleName.Threshold or RuleName.Letter or RuleName.PassFail, Subject: { } name }
            ? microCredential?.Assessment?.Components.FirstOrDefault(component => component.Name == name)?.Title ?? new(name, name)
            : null;
}
