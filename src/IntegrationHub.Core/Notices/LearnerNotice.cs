using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Notices;

/// <summary>A message to the learner that follows from no step: on its way through the queue.</summary>
/// <param name="About">The dossier.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Key">What makes it one letter: sent once for each.</param>
public sealed record LearnerNotice(AboutDossier About, LearnerNoticeKind Kind, string Key)
{
    /// <summary>What the timeline notes once it is sent.</summary>
    public string Told => $"{Kind}/{Key}";

    /// <summary>As a message's reference.</summary>
    public string ToReference() => $"{About}/{Kind}/{Key}";

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static LearnerNotice Parse(string? reference) =>
        reference?.Split('/', 5) is [_, _, _, var kind, var key] && Enum.TryParse<LearnerNoticeKind>(kind, out var known)
            ? new(AboutDossier.Parse(reference), known, key)
            : throw new FormatException("This is no letter (learner/micro-credential/cycle/kind/key).");
}

/// <summary>What letters say.</summary>
public enum LearnerNoticeKind
{
    /// <summary>Not yet: rule, result, attempts left, who gives feedback (law 13).</summary>
    NotYet,

    /// <summary>The credential ends soon and can be renewed.</summary>
    Renewal,
}
