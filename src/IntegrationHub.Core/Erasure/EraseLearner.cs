using IntegrationHub.Core.Messaging;

namespace IntegrationHub.Core.Erasure;

/// <summary>A learner's data are to be erased, as the ledger of erasures says.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="Learner">The learner, by opaque id.</param>
public sealed record EraseLearner(string Institution, string Learner) : HubMessage(Institution), IMessageKind
{
    static string IMessageKind.Kind => "erase";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Erasures;

    /// <inheritdoc/>
    public override string? NamedLearner => Learner;
}
