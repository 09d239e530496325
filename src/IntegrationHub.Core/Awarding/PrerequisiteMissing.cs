using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Awarding;

/// <summary>Mastery is shown but a prerequisite is missing; a person may waive it.</summary>
public sealed record PrerequisiteMissing : Cause<DossierSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [new("waive")];

    /// <summary>A dossier, and what it lacks.</summary>
    public static AttentionItem Of(string institution, AboutDossier about, string missing) =>
        new PrerequisiteMissing().About(institution, new(about), missing);

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}
