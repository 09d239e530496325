using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>Takes the wish that a learner's data be erased into the ledger, then lets it be done.</summary>
public sealed class ErasureCommands(ErasureLedger ledger, ILearners learners, LearnerMatcher matcher, IInstitutions institutions)
{
    /// <summary>Has a learner erased.</summary>
    /// <returns>The ledger's line; null where the hub knows nobody by that student number.</returns>
    /// <exception cref="KeyNotFoundException">No such institution is in force.</exception>
    public async Task<Erasure?> Erase(string institution, string studentNumber, CancellationToken cancellation)
    {
        var key = matcher.KeyOf(institutions.Get(institution), source: "", new(LearnerReferenceKind.StudentNumber, studentNumber));
        return await learners.FindId(institution, key, cancellation) is { } learner
            ? await ledger.Ask(institution, learner, cancellation)
            : null;
    }

    /// <summary>How far an erasure has come; null where it was never asked for.</summary>
    public Task<Erasure?> Find(string institution, string learner, CancellationToken cancellation) =>
        ledger.Find(institution, learner, cancellation);

    /// <summary>Does every erasure of the ledger again, as after a restore.</summary>
    /// <returns>The lines that are done again.</returns>
    public async Task<IReadOnlyList<Erasure>> Replay(string institution, CancellationToken cancellation)
    {
        var lines = await ledger.All(institution, cancellation);
        foreach (var line in lines)
            await ledger.Begin(line, cancellation);
        return lines;
    }
}
