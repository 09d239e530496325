using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Attention;

/// <summary>Why it is not clear who a learner is.</summary>
/// <param name="Candidates">The student numbers that it may be; empty where nobody is known.</param>
/// <param name="Refusal">What a system that was asked refused with; null where it did not.</param>
public sealed record UncertainLearner(IReadOnlyList<string> Candidates, string? Refusal = null)
{
    /// <summary>The causes of items that ask who a learner is.</summary>
    public static IReadOnlyList<Cause> Causes { get; } = [Cause.UnknownLearner, Cause.AmbiguousLearner];

    /// <summary>The cause of the item that asks.</summary>
    public Cause Cause => Candidates.Count > 0 ? Cause.AmbiguousLearner : Cause.UnknownLearner;

    /// <summary>The ids of the items that may ask who the learner of these references is.</summary>
    public static IEnumerable<string> Items(Institution institution, string source, IReadOnlyList<LearnerReference> references, LearnerMatcher matcher) =>
        Causes.Select(cause => AttentionItem.IdOf(cause, source, Fingerprint(institution, source, About(cause, references), matcher)));

    /// <summary>The reference that a person is asked about. Among several persons it is a name of the account, else an address: a number is one person's own.</summary>
    internal LearnerReference? About(IReadOnlyList<LearnerReference> references) => About(Cause, references);

    internal static string Fingerprint(Institution institution, string source, LearnerReference? about, LearnerMatcher matcher) =>
        about is null ? "nobody" : matcher.KeyOf(institution, source, about);

    private static LearnerReference? About(Cause cause, IReadOnlyList<LearnerReference> references) =>
        (cause == Cause.AmbiguousLearner
            ? LearnerReference.BestForAPerson([.. references.Where(reference => reference.IsOfAnAccount)])
                ?? LearnerReference.BestForAPerson([.. references.Where(reference => reference.Kind != LearnerReferenceKind.StudentNumber)])
            : null)
        ?? LearnerReference.BestForAPerson(references);
}
