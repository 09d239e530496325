using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Core.Learners;

/// <summary>
/// Finds the learner behind a source's references by the source's strategies, in their order: the first that leads to
/// exactly one person wins, and where it leads to several nobody guesses.
/// </summary>
public sealed class LearnerMatcher(ILearners learners, LearnerLookups lookups, ISecrets secrets)
{
    /// <summary>The learner, nobody, or the persons among whom somebody must choose.</summary>
    /// <exception cref="OutsideException">A system that a strategy asks did not answer, or refused.</exception>
    public async Task<LearnerMatch> Match(Institution institution, Source source, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        var known = references.ToList();
        foreach (var strategy in source.Learners.Order)
        {
            if (await Remembered(strategy, institution, source.Name, references, cancellation) is { } learner)
                return new(learner);
            if (strategy == MatchingStrategy.Known)
                continue;
            var found = await lookups.Find(strategy, institution, source, known, cancellation);
            switch (found.DistinctBy(person => person.PersonId).ToList())
            {
                case [var person]:
                    return new(await Keep(institution, source.Name, person, [.. references.Where(reference => IsLasting(reference, person))], cancellation));
                case [_, _, ..] several:
                    return new(null) { Candidates = [.. several.Select(person => person.StudentNumber).Order(StringComparer.Ordinal)] };
            }
        }

        return new(null);
    }

    /// <summary>Looks a student number up in the SIS and remembers that the references lead there.</summary>
    /// <returns>The learner's id, or null where the SIS knows no such number.</returns>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> Remember(Institution institution, string source, string studentNumber, IReadOnlyList<LearnerReference> references, CancellationToken cancellation) =>
        await lookups.ByNumber(institution, studentNumber, cancellation) is { } person
            ? await Keep(institution, source, person, references, cancellation)
            : null;

    /// <summary>As <see cref="Remember"/>, but without asking the SIS about a student whom the hub knows already.</summary>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> RememberOnce(Institution institution, string source, string studentNumber, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        var id = await Known(institution, source, new(LearnerReferenceKind.StudentNumber, studentNumber), cancellation);
        if (id is null || await learners.Find(institution.Id, id, cancellation) is not { } learner)
            return await Remember(institution, source, studentNumber, references, cancellation);
        await learners.Keep(institution.Id, learner, [.. references.Select(reference => KeyOf(institution, source, reference))], cancellation);
        return id;
    }

    /// <summary>Whom a reference leads to by what is remembered; null where to nobody.</summary>
    public Task<string?> Known(Institution institution, string source, LearnerReference reference, CancellationToken cancellation) =>
        learners.FindId(institution.Id, Keys(institution).Of(reference, source), cancellation);

    /// <summary>The key under which one of a source's references is remembered.</summary>
    public string KeyOf(Institution institution, string source, LearnerReference reference) => Keys(institution).Of(reference, source);

    /// <summary>The student number may be remembered too; whatever else is known is a strategy of its own.</summary>
    private async Task<string?> Remembered(MatchingStrategy strategy, Institution institution, string source, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        var hasNumber = references.Any(reference => reference.Kind == LearnerReferenceKind.StudentNumber);
        var asked = strategy switch
        {
            MatchingStrategy.StudentNumber => references.Where(reference => reference.Kind == LearnerReferenceKind.StudentNumber).Take(1),
            // An e-mail address may pass to another person: it is believed only where a person said so and no student number speaks.
            MatchingStrategy.Known => references.Where(reference => !hasNumber || reference.Kind != LearnerReferenceKind.Email),
            _ => [],
        };
        foreach (var reference in asked)
        {
            if (await Known(institution, source, reference, cancellation) is { } learner)
                return learner;
        }

        return null;
    }

    /// <summary>Whether a reference is remembered without a person's word: never an address, and no number but the person's own.</summary>
    private static bool IsLasting(LearnerReference reference, Person person) => reference.Kind switch
    {
        LearnerReferenceKind.Email => false,
        LearnerReferenceKind.StudentNumber => string.Equals(reference.Value.Trim(), person.StudentNumber, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private async Task<string> Keep(Institution institution, string source, Person person, IEnumerable<LearnerReference> references, CancellationToken cancellation)
    {
        var keys = Keys(institution);
        var learner = new Learner(
            keys.OfPerson(person.PersonId), person.PersonId, person.StudentNumber, person.GivenName, person.FamilyName, person.Email, person.Language ?? "en");
        var own = new LearnerReference(LearnerReferenceKind.StudentNumber, person.StudentNumber);
        await learners.Keep(institution.Id, learner, [.. references.Append(own).Select(reference => keys.Of(reference, source)).Distinct()], cancellation);
        return learner.Id;
    }

    private LookupKey Keys(Institution institution) => new(secrets.Pepper(institution));
}

/// <summary>What came of looking for a learner.</summary>
/// <param name="Learner">The learner's id; null where nobody was found, or several.</param>
public sealed record LearnerMatch(string? Learner)
{
    /// <summary>The student numbers among which somebody must choose; empty where there is no doubt.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];
}
