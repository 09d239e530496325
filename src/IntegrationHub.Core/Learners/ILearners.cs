namespace IntegrationHub.Core.Learners;

/// <summary>Where learners are kept, and the keys that lead to them.</summary>
public interface ILearners
{
    /// <summary>The learner's id behind a look-up key, or null where nobody is known by it.</summary>
    Task<string?> FindId(string institution, string lookupKey, CancellationToken cancellation);

    /// <summary>A learner by id; null where erased or never known.</summary>
    Task<Learner?> Find(string institution, string id, CancellationToken cancellation);

    /// <summary>Keeps a learner and the keys that lead there; again with the same content changes nothing.</summary>
    Task Keep(string institution, Learner learner, IReadOnlyList<string> lookupKeys, CancellationToken cancellation);

    /// <summary>Lets every key that leads to a learner lead to another, who is the same person; the learner himself stays, for what was issued in his name.</summary>
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
