using System.Globalization;

namespace IntegrationHub.Core.Model.Awards;

/// <summary>A person's act on its way through the queue.</summary>
/// <param name="About">The dossier and the cycle.</param>
/// <param name="Act">What was decided.</param>
public sealed record ActCommand(AboutDossier About, RegistrarAct Act)
{
    /// <summary>As a message's reference.</summary>
    public string ToReference() => string.Create(CultureInfo.InvariantCulture, $"{About}/{Act.Kind}/{Act.At:O}/{Act.Id}/{Act.Reason}");

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ActCommand Parse(string? reference)
    {
        if (reference?.Split('/', 7) is not [_, _, _, var kind, var at, var id, var reason] || !Enum.TryParse<ActKind>(kind, out var known))
            throw new FormatException("This is no act (learner/micro-credential/cycle/kind/time/id/reason).");
        var about = AboutDossier.Parse(reference);
        return new(about, new(id, known, about.Cycle, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), reason.Length == 0 ? null : reason));
    }
}

/// <summary>The evidence of an award, or all that a learner has, belongs to another learner: on its way through the queue.</summary>
/// <param name="From">The dossier and the cycle it is taken from.</param>
/// <param name="To">The learner it belongs to, by opaque id.</param>
/// <param name="At">When a person said so.</param>
/// <param name="Id">The act's own id.</param>
/// <param name="Reason">Why.</param>
public sealed record MoveCommand(AboutDossier From, string To, DateTimeOffset At, string Id, string Reason)
{
    /// <summary>The act by which the evidence leaves.</summary>
    public RegistrarAct Act => new(Id, ActKind.MoveAway, From.Cycle, At, Reason);

    /// <summary>As a message's reference.</summary>
    public string ToReference() => string.Create(CultureInfo.InvariantCulture, $"{From}/{To}/{At:O}/{Id}/{Reason}");

    /// <summary>Reads what <see cref="ToReference"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static MoveCommand Parse(string? reference) =>
        reference?.Split('/', 7) is [_, _, _, var to, var at, var id, var reason]
            ? new(AboutDossier.Parse(reference), to, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), id, reason)
            : throw new FormatException("This is no move (learner/micro-credential/cycle/learner/time/id/reason).");
}
