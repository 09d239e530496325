using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Erasure;

/// <summary>Takes the wish that a learner's data be erased into the ledger, then lets it be done.</summary>
public sealed class ErasureCommands(IErasures ledger, ILearners learners, LearnerMatcher matcher, IInstitutions institutions, IQueues queues, TimeProvider time)
{
    /// <summary>Has a learner erased.</summary>
    /// <returns>The ledger's line; null where the hub knows nobody by that student number.</returns>
    /// <exception cref="KeyNotFoundException">No such institution is in force.</exception>
    public async Task<Erasure?> Erase(string institution, string studentNumber, CancellationToken cancellation)
    {
        var key = matcher.KeyOf(institutions.Get(institution), source: "", new(LearnerReferenceKind.StudentNumber, studentNumber));
        if (await learners.FindId(institution, key, cancellation) is not { } learner)
            return null;
        var line = (await ledger.Find(institution, learner, cancellation) ?? new() { Institution = institution, Learner = learner, Asked = default }) with { Asked = time.GetUtcNow(), Done = null };
        await ledger.Save(line, cancellation);
        await Begin(line, cancellation);
        return line;
    }

    /// <summary>How far an erasure has come; null where it was never asked for.</summary>
    public Task<Erasure?> Find(string institution, string learner, CancellationToken cancellation) => ledger.Find(institution, learner, cancellation);

    /// <summary>Does every erasure of the ledger again, as after a restore.</summary>
    /// <returns>The lines that are done again.</returns>
    public async Task<IReadOnlyList<Erasure>> Replay(string institution, CancellationToken cancellation)
    {
        var lines = await ledger.All(institution, cancellation);
        foreach (var line in lines)
        {
            await ledger.Save(line with { Done = null }, cancellation);
            await Begin(line, cancellation);
        }

        return lines;
    }

    private Task Begin(Erasure line, CancellationToken cancellation) =>
        queues.Send(TrackingId.New(), new EraseLearner(line.Institution, line.Learner), cancellation);
}
