using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Awarding;

/// <summary>An award on which another dossier of the learner may rest is new or changed.</summary>
/// <param name="Award">The award.</param>
/// <param name="Resting">Code of the micro-credential that may rest on it.</param>
public sealed record AwardChanged(AwardId Award, string Resting) : HubMessage(Award.Institution), IMessageKind
{
    static string IMessageKind.Kind => "part";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Completions;

    /// <inheritdoc/>
    public override bool IsOfAnAward => true;

    /// <inheritdoc/>
    public override AwardId? NamedAward => Award;
}
