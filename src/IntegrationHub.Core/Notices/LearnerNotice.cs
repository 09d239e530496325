using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Notices;

/// <summary>The learner is to be told something that follows from no step.</summary>
/// <param name="Institution">The tenant.</param>
/// <param name="About">The dossier.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Key">What makes it one notice: sent once for each.</param>
public sealed record LearnerNotice(string Institution, AboutDossier About, LearnerNoticeKind Kind, string Key)
    : HubMessage(Institution),
        IMessageKind
{
    static string IMessageKind.Kind => "letter";

    /// <inheritdoc/>
    public override string Queue => QueueNames.Notices;

    /// <inheritdoc/>
    public override string? NamedLearner => About.Learner;

    /// <summary>What the timeline notes once it is sent.</summary>
    public string Told => $"{Kind}/{Key}";
}

/// <summary>What notices to learners say.</summary>
public enum LearnerNoticeKind
{
    /// <summary>Not yet: rule, result, attempts left, who gives feedback (law 13).</summary>
    NotYet,

    /// <summary>The credential ends soon and can be renewed.</summary>
    Renewal,
}
