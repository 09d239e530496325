using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>
/// Finds the learner behind a source's references. What a person said of one of them is believed; otherwise the source's
/// strategies are tried in their order, and the first that leads to exactly one person wins, unless another of the
/// references leads to somebody else: then nobody guesses.
/// </summary>
public sealed class LearnerMatcher(ILearners learners, LearnerLookups lookups, ISecrets secrets, TimeProvider time)
{
    /// <summary>The learner, nobody, or the persons among whom somebody must choose.</summary>
    /// <exception cref="OutsideException">A system that a strategy asks did not answer, or refused.</exception>
    public async Task<LearnerMatch> Match(
        Institution institution,
        Source source,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var names = await Remembered(institution, source, references, cancellation);
        if (names.Stated is { } stated)
            return new(stated.Learner.Id) { Formerly = stated.Formerly };
        var (known, isNumberTried) = (references.ToList(), false);
        foreach (var strategy in source.Learners.Order)
        {
            var found = names.By(strategy);
            if (found.Count == 0 && strategy != MatchingStrategy.Known)
                found =
                [
                    .. (await lookups.Find(strategy, institution, source, known, cancellation))
                        .Select(person => LearnerOf(institution, person))
                        .DistinctBy(learner => learner.Id),
                ];
            isNumberTried |= strategy == MatchingStrategy.StudentNumber;
            if (found is [var learner])
            {
                var others = names.Others(learner);
                if (others.Count == 0
                    && !isNumberTried
                    && await ByOwnNumber(institution, source, learner, names, references, cancellation) is { } other)
                    others = [other];
                return others.Count == 0
                    ? await Keep(institution, source.Name, learner, names, references, cancellation)
                    : Choice([learner, .. others]);
            }

            if (found.Count > 1)
                return Choice(found);
        }

        return new(null);
    }

    /// <summary>Looks a student number up in the SIS and remembers, by a person's word, that the references lead there.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">Whose references they are.</param>
    /// <param name="studentNumber">The student number.</param>
    /// <param name="references">What the source calls the learner.</param>
    /// <param name="isAnswer">Whether the person was asked whose of several they are.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The learner's id, or null where the SIS knows no such number.</returns>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> Remember(
        Institution institution,
        string source,
        string studentNumber,
        IReadOnlyList<LearnerReference> references,
        bool isAnswer,
        CancellationToken cancellation)
    {
        if (await lookups.ByNumber(institution, studentNumber, cancellation) is not { } person)
            return null;
        var learner = LearnerOf(institution, person);
        var number = KeyOf(institution, source, learner.Number);
        // Who was merged into another learner is that one by now.
        var id = await learners.Keep(institution.Id, learner, [number], cancellation) is [var into, ..] ? into : learner.Id;
        await State(institution, source, new(id, learner.StudentNumber), references, isAnswer, cancellation);
        return id;
    }

    /// <summary>
    /// The student numbers of two learners, one of whom a person must choose; none where one of them is known no more.
    /// </summary>
    public async Task<IReadOnlyList<string>> Between(
        Institution institution, string one, string other, CancellationToken cancellation) =>
        await learners.Find(institution.Id, one, cancellation) is { } first
        && await learners.Find(institution.Id, other, cancellation) is { } second
            ? Choice([first, second]).Candidates
            : [];

    /// <summary>
    /// As <see cref="Remember"/>, but without asking the SIS about a student whom the hub knows already.
    /// </summary>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> RememberOnce(
        Institution institution,
        string source,
        string studentNumber,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var number = KeyOf(institution, source, new(LearnerReferenceKind.StudentNumber, studentNumber));
        if (await learners.FindId(institution.Id, number, cancellation) is not { } id
            || await learners.Find(institution.Id, id, cancellation) is null)
            return await Remember(institution, source, studentNumber, references, isAnswer: false, cancellation);
        await State(institution, source, new(id, studentNumber), references, isAnswer: false, cancellation);
        return id;
    }

    /// <summary>Whom a reference leads to by what is remembered; null where to nobody.</summary>
    public Task<string?> Known(Institution institution, string source, LearnerReference reference, CancellationToken cancellation) =>
        learners.FindId(institution.Id, KeyOf(institution, source, reference), cancellation);

    /// <summary>The key under which one of a source's references is remembered.</summary>
    public string KeyOf(Institution institution, string source, LearnerReference reference) => Keys(institution).Of(reference, source);

    private async Task<RememberedNames> Remembered(
        Institution institution,
        Source source,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var names = new List<RememberedName>();
        foreach (var reference in references.Distinct())
        {
            if (await learners.Identify(institution.Id, KeyOf(institution, source.Name, reference), cancellation) is { } identity
                && await learners.Find(institution.Id, identity.Learner, cancellation) is { } learner)
                names.Add(new(reference, learner, identity.IsStated, identity.Formerly));
        }

        return new(names, source.Learners, hasNumber: references.Any(reference => reference.Kind == LearnerReferenceKind.StudentNumber));
    }

    /// <summary>
    /// Somebody else whose number it is that stands beside the account by which the learner was found; where no account is named,
    /// the source's order has decided, for no answer of a person's could be remembered.
    /// </summary>
    private async Task<Learner?> ByOwnNumber(
        Institution institution,
        Source source,
        Learner learner,
        RememberedNames names,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        if (!source.Learners.Stated.Contains(MatchingStrategy.StudentNumber)
            || references.FirstOrDefault(reference => reference.Kind == LearnerReferenceKind.StudentNumber) is not { } number
            || !references.Any(reference => reference.IsOfAnAccount)
            || IsOwn(number, learner)
            || names.Lead(learner, [number]))
            return null;
        return
            await lookups.ByNumber(institution, number.Value.Trim(), cancellation) is { } person
            && LearnerOf(institution, person) is var other
            && other.Id != learner.Id
            ? other
            : null;
    }

    private static LearnerMatch Choice(IEnumerable<Learner> among) =>
        new(null) { Candidates = [.. among.Select(learner => learner.StudentNumber).Distinct().Order(StringComparer.Ordinal)] };

    /// <summary>Whether a reference is remembered without a person's word: never an address, and no number but the learner's own.</summary>
    private static bool IsLasting(LearnerReference reference, Learner learner) =>
        reference.Kind switch
        {
            LearnerReferenceKind.Email => false,
            LearnerReferenceKind.StudentNumber => IsOwn(reference, learner),
            _ => true,
        };

    private static bool IsOwn(LearnerReference number, Learner learner) =>
        string.Equals(number.Value.Trim(), learner.StudentNumber, StringComparison.OrdinalIgnoreCase);

    /// <summary>Remembers the names that last; where one of them was told of somebody else meanwhile, nobody guesses.</summary>
    private async Task<LearnerMatch> Keep(
        Institution institution,
        string source,
        Learner learner,
        RememberedNames names,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        var lasting = references.Where(reference => IsLasting(reference, learner)).ToList();
        if (names.Lead(learner, lasting))
            return new(learner.Id);
        var keys = lasting.Append(learner.Number).Select(reference => KeyOf(institution, source, reference)).Distinct().ToList();
        var others = new List<Learner>();
        foreach (var id in await learners.Keep(institution.Id, learner, keys, cancellation))
        {
            if (await learners.Find(institution.Id, id, cancellation) is { } other)
                others.Add(other);
        }

        return others.Count == 0 ? new(learner.Id) : Choice([learner, .. others]);
    }

    /// <summary>
    /// A person's word is about a source's names. Which number is whose, the SIS says: only one that it does not know can be stated.
    /// </summary>
    private async Task State(
        Institution institution,
        string source,
        (string Id, string StudentNumber) learner,
        IReadOnlyList<LearnerReference> references,
        bool isAnswer,
        CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (var reference in references)
        {
            var isOfTheSis =
                reference.Kind == LearnerReferenceKind.StudentNumber
                && (
                    reference.Value.Trim().Equals(learner.StudentNumber.Trim(), StringComparison.OrdinalIgnoreCase)
                    || await lookups.ByNumber(institution, reference.Value.Trim(), cancellation) is not null);
            if (!isOfTheSis)
                keys.Add(KeyOf(institution, source, reference));
        }

        await learners.State(institution.Id, learner.Id, keys, isAnswer, cancellation);
    }

    private Learner LearnerOf(Institution institution, Person person) =>
        person.AsLearner(Keys(institution).OfPerson(person.PersonId), institution, time.GetUtcNow());

    private LookupKey Keys(Institution institution) => new(secrets.Pepper(institution));
}

/// <summary>What came of looking for a learner.</summary>
/// <param name="Learner">The learner's id; null where nobody was found, or several.</param>
public sealed record LearnerMatch(string? Learner)
{
    /// <summary>The student numbers among which somebody must choose; empty where there is no doubt.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>
    /// Who it was by the same name before a person said otherwise, by opaque id; null where nobody was, or a person confirmed it.
    /// </summary>
    public string? Formerly { get; init; }
}
