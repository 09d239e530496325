using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>One of a source's names of a learner, and whom it leads to.</summary>
/// <param name="Reference">The name.</param>
/// <param name="Learner">Whom it leads to.</param>
/// <param name="IsStated">Whether a person said so.</param>
/// <param name="Formerly">Whom it led to before a person said otherwise, by opaque id; null where to nobody.</param>
internal sealed record RememberedName(LearnerReference Reference, Learner Learner, bool IsStated, string? Formerly);

/// <summary>What is remembered of the names in one completion.</summary>
/// <param name="names">The names that lead to somebody.</param>
/// <param name="matching">How the learners of the source are found.</param>
/// <param name="hasNumber">Whether the completion gives a student number.</param>
internal sealed class RememberedNames(IReadOnlyList<RememberedName> names, LearnerMatching matching, bool hasNumber)
{
    /// <summary>
    /// The names of an account before the number, which any account may bear by mistake, and that before an address, which may pass to
    /// another person.
    /// </summary>
    private static readonly LearnerReferenceKind[] Surest =
    [
        LearnerReferenceKind.LmsId,
        LearnerReferenceKind.Login,
        LearnerReferenceKind.Other,
        LearnerReferenceKind.StudentNumber,
        LearnerReferenceKind.Email,
    ];

    /// <summary>
    /// The learner whom a person named by the surest of the names; an address does not speak beside a number that is asked first.
    /// </summary>
    public RememberedName? Stated =>
        names
            .Where(name =>
                IsByAPerson(name) && !(name.Reference.Kind == LearnerReferenceKind.Email && hasNumber && matching.AsksNumberBeforeAddress))
            .MinBy(name => Array.IndexOf(Surest, name.Reference.Kind));

    /// <summary>Whom the names lead to that a strategy remembers, without a person's word.</summary>
    public IReadOnlyList<Learner> By(MatchingStrategy strategy) =>
        strategy switch
        {
            MatchingStrategy.StudentNumber => Distinct(
                Found.Where(name => name.Reference.Kind == LearnerReferenceKind.StudentNumber).Take(1)),
            MatchingStrategy.Known => Distinct(Found),
            _ => [],
        };

    /// <summary>Whom else the names lead to.</summary>
    public IReadOnlyList<Learner> Others(Learner learner) => [.. Distinct(Found).Where(other => other.Id != learner.Id)];

    /// <summary>Whether a learner is remembered, and by all of some references.</summary>
    public bool Lead(Learner learner, IEnumerable<LearnerReference> references) =>
        names.Any(name => name.Learner.Id == learner.Id)
        && references.All(reference => names.Any(name => name.Reference == reference && name.Learner.Id == learner.Id));

    private IEnumerable<RememberedName> Found => names.Where(name => !IsByAPerson(name));

    // An address is remembered by nothing else; rows of the first releases do not say so.
    private static bool IsByAPerson(RememberedName name) => name.IsStated || name.Reference.Kind == LearnerReferenceKind.Email;

    private static Learner[] Distinct(IEnumerable<RememberedName> names) =>
        [.. names.Select(name => name.Learner).DistinctBy(learner => learner.Id)];
}
