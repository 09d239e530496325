using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Core.Learners;

/// <summary>Finds the learner behind a source's references: by student number, remembered or asked of the SIS, then by what was remembered of the others.</summary>
public sealed class LearnerMatcher(ILearners learners, IEnumerable<ISis> systems, Switchboard switchboard, ISecrets secrets)
{
    private readonly Dictionary<string, ISis> _systems = systems.ToDictionary(sis => sis.Kind);

    /// <summary>The learner's id, or null where nobody is known by any of the references.</summary>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> Match(Institution institution, string source, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        var keys = Keys(institution);
        var number = references.FirstOrDefault(reference => reference.Kind == LearnerReferenceKind.StudentNumber);
        if (number is not null
            && (await learners.FindId(institution.Id, keys.Of(number, source), cancellation)
                ?? await Remember(institution, source, number.Value, [.. references.Where(IsLasting)], cancellation)) is { } student)
            return student;

        foreach (var reference in references.Where(reference => number is null || IsLasting(reference)))
        {
            if (await learners.FindId(institution.Id, keys.Of(reference, source), cancellation) is { } known)
                return known;
        }

        return null;
    }

    /// <summary>An e-mail address may pass to another person: it is believed only where a person said so and no student number speaks.</summary>
    private static bool IsLasting(LearnerReference reference) => reference.Kind != LearnerReferenceKind.Email;

    /// <summary>Looks a student number up in the SIS and remembers that the references lead there.</summary>
    /// <returns>The learner's id, or null where the SIS knows no such number.</returns>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> Remember(Institution institution, string source, string studentNumber, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        if (institution.Connection(ConnectionRole.Sis) is not { } connection)
            return null;
        var person = await switchboard.CallSoon(
            institution,
            connection,
            () => _systems[connection.Kind].FindPerson(institution, connection, studentNumber, cancellation),
            cancellation);
        if (person is null)
            return null;
        var keys = Keys(institution);
        var learner = new Learner(
            keys.OfPerson(person.PersonId), person.PersonId, person.StudentNumber, person.GivenName, person.FamilyName, person.Email, person.Language ?? "en");
        await learners.Keep(institution.Id, learner, [.. references.Select(reference => keys.Of(reference, source))], cancellation);
        return learner.Id;
    }

    /// <summary>The key under which one of a source's references is remembered.</summary>
    public string KeyOf(Institution institution, string source, LearnerReference reference) => Keys(institution).Of(reference, source);

    private LookupKey Keys(Institution institution) => new(secrets.Get(institution.Pepper));
}
