namespace IntegrationHub.Core.Model.Awards;

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
