using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Messaging;

/// <summary>The queues between the stages.</summary>
public static class QueueNames
{
    /// <summary>Deliveries of the sources, and whatever else changes a dossier.</summary>
    public const string Completions = "completions";

    /// <summary>Transcript steps.</summary>
    public const string Transcripts = "transcripts";

    /// <summary>Badge steps.</summary>
    public const string Badges = "badges";

    /// <summary>Ended steps, and the notices that follow.</summary>
    public const string Notices = "notices";

    /// <summary>Courses of LMSs that are compared with what the hub knows.</summary>
    public const string Reconciliations = "reconciliations";

    /// <summary>Learners whose data are to be erased.</summary>
    public const string Erasures = "erasures";

    /// <summary>What the host appends for messages that failed for good.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>The queue of a step.</summary>
    public static string Of(StepName step) => step switch
    {
        StepName.Transcript => Transcripts,
        StepName.Badge => Badges,
        _ => Notices,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Completions, Transcripts, Badges, Notices, Reconciliations, Erasures];
}
