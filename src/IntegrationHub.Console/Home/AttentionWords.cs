using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Console.Home;

/// <summary>Says what an attention item is about, and what it offers, in the words of people.</summary>
internal static class AttentionWords
{
    /// <summary>What an item concerns.</summary>
    public static string Source(AttentionItem item, PageContext page) => item.Subject switch
    {
        ConnectionSubject { Role: { } role, Source: var source } => $"{page.Say($"page.role.{role}")} {source}".TrimEnd(),
        StepSubject step => page.Say($"step.{step.Name}"),
        MessageSubject { Queue: var queue } when QueueNames.All.Contains(queue) => page.Say("page.attention.queue", queue),
        CatalogueSubject => page.Say("page.catalogue"),
        _ => item.Source,
    };

    /// <summary>What a person needs to settle it; null where the rest of the item says all.</summary>
    public static (string Label, string Value)? Subject(AttentionItem item, PageContext page) => item.Subject switch
    {
        _ when item.Work is { } work => (page.Say("page.attention.work"), work.Words.In(page.Language)),
        { Text: null } => null,
        DossierSubject dossier => (page.Say("page.attention.course"), dossier.About.MicroCredential),
        LearnerSubject { Reference: { } reference } => (page.Say($"page.reference.{reference.Kind}"), reference.Value),
        ResultSubject result => (page.Say("page.attention.course"), $"{result.MicroCredential} · {result.Of}"),
        OfferingSubject { Names: { } names } => (page.Say("page.attention.course"), names),
        { Text: var text } => (page.Say("page.attention.subject"), text),
    };

    /// <summary>The page that shows more of what it is about, if one, and what the link to it says.</summary>
    public static (string Path, string Label)? PageOf(AttentionItem item) => item.Subject switch
    {
        _ when (item.Award ?? item.Work?.Award) is { } award => ($"/awards/{award}", "page.attention.award"),
        SourceSubject or DeliverySubject => ($"/sources/{item.Institution}/{item.Source}", "page.attention.openSource"),
        _ => null,
    };

    /// <summary>What a command's button says.</summary>
    public static string Label(ItemCommand command) => command.On switch
    {
        CommandTarget.Award => $"page.acts.{command.Name}",
        CommandTarget.Step => $"page.{command.Name}",
        _ => $"page.attention.{command.Name}",
    };
}
