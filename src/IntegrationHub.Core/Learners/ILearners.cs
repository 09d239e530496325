namespace IntegrationHub.Core.Learners;

/// <summary>Where learners are kept, and the keys that lead to them.</summary>
public interface ILearners
{
    /// <summary>Whom a look-up key leads to; null where nobody is known by it.</summary>
    Task<Identity?> Identify(string institution, string lookupKey, CancellationToken cancellation);

    /// <summary>A learner by id; null where erased or never known.</summary>
    Task<Learner?> Find(string institution, string id, CancellationToken cancellation);

    /// <summary>Keeps a learner and the keys found to lead there; a key that leads to somebody else goes on doing so.</summary>
    /// <returns>The ids of the others whom one of the keys leads to.</returns>
    Task<IReadOnlyList<string>> Keep(string institution, Learner learner, IReadOnlyList<string> lookupKeys, CancellationToken cancellation);

    /// <summary>Writes down what the SIS says of a learner by now; nothing happens where the learner was erased meanwhile.</summary>
    Task Renew(string institution, Learner learner, CancellationToken cancellation);

    /// <summary>
    /// Lets keys lead to a learner who is kept, by a person's word: also those that led to somebody else, who stays noted as
    /// <see cref="Identity.Formerly"/> until somebody who was asked between the two confirms it.
    /// </summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="id">The learner.</param>
    /// <param name="lookupKeys">The keys.</param>
    /// <param name="isAnswer">Whether the person was asked whose of several they are.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task State(string institution, string id, IReadOnlyList<string> lookupKeys, bool isAnswer, CancellationToken cancellation);

    /// <summary>
    /// Lets every key that leads to a learner lead to another, who is the same person; the learner himself stays, for what was issued in
    /// his name.
    /// </summary>
    Task Redirect(string institution, string from, string into, CancellationToken cancellation);

    /// <summary>Lets a key lead nowhere any more; the learner stays.</summary>
    /// <returns>The learner it led to; null where it led to nobody.</returns>
    Task<string?> Forget(string institution, string lookupKey, CancellationToken cancellation);

    /// <summary>Lets every key but one that leads to a learner lead nowhere any more.</summary>
    /// <returns>How many.</returns>
    Task<int> ForgetAllBut(string institution, string id, string lookupKey, CancellationToken cancellation);

    /// <summary>Erases a learner and every key that leads there; nothing happens where it is gone already.</summary>
    Task Erase(string institution, string id, CancellationToken cancellation);
}

/// <summary>Whom a look-up key leads to.</summary>
/// <param name="Learner">The learner's id.</param>
/// <param name="IsStated">Whether a person said so, or a table that a person loaded; otherwise it was found.</param>
public sealed record Identity(string Learner, bool IsStated)
{
    /// <summary>Whom it led to before a person said otherwise; null where to nobody, or where a person was asked between them.</summary>
    public string? Formerly { get; init; }

    /// <summary>What a person's word makes of a key.</summary>
    /// <param name="before">Whom it leads to now; null where to nobody.</param>
    /// <param name="learner">Whom it is said to lead to.</param>
    /// <param name="isAnswer">Whether the person was asked whose of several it is.</param>
    public static Identity Stated(Identity? before, string learner, bool isAnswer) => new(learner, IsStated: true)
    {
        Formerly = isAnswer ? null : before?.Learner == learner ? before.Formerly : before?.Learner,
    };

    /// <inheritdoc/>
    public override string ToString() => Learner;
}

/// <summary>What is asked of <see cref="ILearners"/> in the same words everywhere.</summary>
public static class LearnersByKey
{
    /// <summary>The learner's id behind a look-up key; null where nobody is known by it.</summary>
    public static async Task<string?> FindId(
        this ILearners learners,
        string institution,
        string lookupKey,
        CancellationToken cancellation) => (await learners.Identify(institution, lookupKey, cancellation))?.Learner;
}
