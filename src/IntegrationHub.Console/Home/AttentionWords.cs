using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awards;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Console.Home;

/// <summary>Says what an attention item concerns in the words of people.</summary>
internal static class AttentionWords
{
    /// <summary>An item's source is the name of a source, or the name of a connection's role or of a step.</summary>
    public static string Source(AttentionItem item, PageContext page) => item.Cause switch
    {
        Cause.SystemDown or Cause.CredentialRefused when Enum.TryParse<ConnectionRole>(item.Source, out var role) => page.Say($"page.role.{role}"),
        Cause.StepFailed when Enum.TryParse<StepName>(item.Source, out var step) => page.Say($"step.{step}"),
        Cause.CatalogueFault => page.Say("page.catalogue"),
        _ => item.Source,
    };

    /// <summary>A learner is named as <c>Kind: value</c>, anything else as it is.</summary>
    public static (string Label, string Value)? Subject(AttentionItem item, PageContext page) => item.Subject?.Split(": ", 2) switch
    {
        null => null,
        _ when item.Cause == Cause.PrerequisiteMissing => (page.Say("page.attention.course"), item.Source),
        [var kind, var value] when item.Cause == Cause.UnknownLearner && Enum.TryParse<LearnerReferenceKind>(kind, out var known) => (page.Say($"page.reference.{known}"), value),
        _ => (page.Say(item.Cause == Cause.UnknownOffering ? "page.attention.course" : "page.attention.subject"), item.Subject!),
    };
}
