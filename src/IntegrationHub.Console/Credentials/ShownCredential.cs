using System.Globalization;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Console.Credentials;

/// <summary>
/// What a page says a credential is about: in the visitor's language from the catalogue as long as it holds the very
/// version that was signed, else in the words of the signed document.
/// </summary>
/// <param name="Title">Title.</param>
/// <param name="Description">Content and purpose.</param>
/// <param name="Language">Language of all these words.</param>
/// <param name="Outcomes">Learning outcomes.</param>
/// <param name="Elements">The other elements of the critical information summary, under their labels.</param>
/// <param name="IsSigned">Whether these are the words of the signed document.</param>
public sealed record ShownCredential(
    string Title,
    string? Description,
    string Language,
    IReadOnlyList<ShownOutcome> Outcomes,
    IReadOnlyList<ShownElement> Elements,
    bool IsSigned)
{
    /// <summary>What to show; null where the holder's data, and with them the document, were erased.</summary>
    internal static ShownCredential? Of(CredentialView view, PageContext page)
    {
        if (view.Credential is not { Documents: { } documents, Holder: { } holder })
            return null;
        var signed = SignedDocument.Read(documents);
        return
            view.MicroCredential is { } entry
            && (signed?.Version is null || signed.Version == entry.Version.ToString(CultureInfo.InvariantCulture))
            ? FromCatalogue(entry, view, page)
            : signed?.Show(holder.Language) ?? new(holder.MicroCredential, null, page.Language, [], [], true);
    }

    private static ShownCredential FromCatalogue(MicroCredential entry, CredentialView view, PageContext page) =>
        new(
            entry.Summary.Title.In(page.Language),
            entry.Summary.Description.In(page.Language),
            page.Language,
            [.. entry.Summary.LearningOutcomes.Select(outcome => ShownOutcome.Of(outcome, page.Language))],
            [.. SummaryElements.Of(entry, view, page)],
            false);
}

/// <summary>A learning outcome, and the skills of public frameworks that it corresponds to.</summary>
/// <param name="Text">The outcome.</param>
/// <param name="Skills">The skills.</param>
public sealed record ShownOutcome(string Text, IReadOnlyList<ShownSkill> Skills)
{
    internal static ShownOutcome Of(LearningOutcome outcome, string language) =>
        new(
            outcome.Text.In(language),
            [.. outcome.Alignments.Select(skill => new ShownSkill(skill.Name.In(language), skill.Url.AbsoluteUri, skill.Framework))]);
}

/// <summary>A skill of a public framework.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Framework">Its framework.</param>
public sealed record ShownSkill(string Name, string? Address, string? Framework);

/// <summary>A labelled line of the summary.</summary>
/// <param name="Label">The label.</param>
/// <param name="Text">What it says.</param>
/// <param name="Address">Where more is said; null where nowhere.</param>
public sealed record ShownElement(string Label, string Text, string? Address = null);
