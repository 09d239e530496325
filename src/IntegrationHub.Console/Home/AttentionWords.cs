using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Console.Home;

/// <summary>Says what an attention item concerns in the words of people.</summary>
internal static class AttentionWords
{
    /// <summary>An item's source is the name of a source, of a connection (its role, and the source whose LMS it is) or of a step.</summary>
    public static string Source(AttentionItem item, PageContext page) => item.Cause switch
    {
        Cause.SystemDown or Cause.CredentialRefused when item.Source.Split('~') is [var name, .. var source] && Enum.TryParse<ConnectionRole>(name, out var role) =>
            string.Join(' ', source.Prepend(page.Say($"page.role.{role}"))),
        Cause.StepFailed when Enum.TryParse<StepName>(item.Source, out var step) => page.Say($"step.{step}"),
        Cause.CatalogueFault => page.Say("page.catalogue"),
        _ => item.Source,
    };

    /// <summary>A learner is named as <c>Kind: value</c>, anything else as it is.</summary>
    public static (string Label, string Value)? Subject(AttentionItem item, PageContext page) => item.Subject?.Split(": ", 2) switch
    {
        null => null,
        _ when item.Cause == Cause.PrerequisiteMissing => (page.Say("page.attention.course"), item.Source),
        [var kind, var value] when UncertainLearner.Causes.Contains(item.Cause) && Enum.TryParse<LearnerReferenceKind>(kind, out var known) => (page.Say($"page.reference.{known}"), value),
        _ => (page.Say(item.Cause == Cause.UnknownOffering ? "page.attention.course" : "page.attention.subject"), item.Subject!),
    };
}
