using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Awarding;

/// <summary>The evidence of an award, or all that a learner has, belongs to another learner.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="From">The dossier and the cycle it is taken from.</param>
/// <param name="To">The learner it belongs to, by opaque id.</param>
/// <param name="At">When a person said so.</param>
/// <param name="Id">The act's own id.</param>
/// <param name="Reason">Why.</param>
public sealed record EvidenceMove(string Institution, AboutDossier From, string To, DateTimeOffset At, string Id, string Reason)
    : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "move";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;

    /// <inheritdoc/>
    public override string? NamedLearner => From.Learner;

    /// <summary>The act by which the evidence leaves.</summary>
    public RegistrarAct Act => new(Id, ActKind.MoveAway, From.Cycle, At, Reason);
}
