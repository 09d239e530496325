using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Awarding;

/// <summary>A person decided something about a dossier.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="About">The dossier and the cycle.</param>
/// <param name="Act">What was decided.</param>
public sealed record ActDecided(string Institution, AboutDossier About, RegistrarAct Act) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "act";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;

    /// <inheritdoc/>
    public override AwardId? NamedAward => Act.Kind == ActKind.Waive
        ? null
        : new(DossierId.Of(Institution, About.Learner, About.MicroCredential), Act.Cycle);

    /// <inheritdoc/>
    public override string? NamedLearner => About.Learner;
}
