namespace IntegrationHub.Core.Notices;

/// <summary>Names a dossier so that a worker can go there: nothing in it tells who the person is.</summary>
/// <param name="Learner">The learner, by opaque id.</param>
/// <param name="MicroCredential">Code of the micro-credential.</param>
/// <param name="Cycle">The cycle it is about.</param>
public sealed record AboutDossier(string Learner, string MicroCredential, int Cycle)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Learner}/{MicroCredential}/{Cycle}";

    /// <summary>Reads what <see cref="ToString"/> wrote, at the beginning of a reference.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static AboutDossier Parse(string? reference) =>
        reference?.Split('/') is [var learner, var code, var cycle, ..] && int.TryParse(cycle, out var number)
            ? new(learner, code, number)
            : throw new FormatException("This names no dossier (learner/micro-credential/cycle).");
}

/// <summary>A message to the learner that follows from no step: on its way through the queue.</summary>
/// <param name="About">The dossier.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Key">What makes it one letter: sent once for each.</param>
public sealed record Letter(AboutDossier About, LetterKind Kind, string Key)
{
    /// <summary>What the timeline notes once it is sent.</summary>
    public string Told => $"{Kind}/{Key}";

    /// <summary>As a message's reference.</summary>
    public string ToReference() => $"{About}/{Kind}/{Key}";

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Letter Parse(string? reference) =>
        reference?.Split('/', 5) is [_, _, _, var kind, var key] && Enum.TryParse<LetterKind>(kind, out var known)
            ? new(AboutDossier.Parse(reference), known, key)
            : throw new FormatException("This is no letter (learner/micro-credential/cycle/kind/key).");
}

/// <summary>What letters say.</summary>
public enum LetterKind
{
    /// <summary>Not yet: rule, result, attempts left, who gives feedback (law 13).</summary>
    NotYet,

    /// <summary>The credential ends soon and can be renewed.</summary>
    Renewal,
}
