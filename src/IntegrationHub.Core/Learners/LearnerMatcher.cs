using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;

namespace IntegrationHub.Core.Learners;

/// <summary>Finds the learner behind a source's references: what is remembered first, then the SIS by student number.</summary>
public sealed class LearnerMatcher(ILearners learners, IEnumerable<ISis> systems, Switchboard switchboard, ISecrets secrets)
{
    private readonly Dictionary<string, ISis> _systems = systems.ToDictionary(sis => sis.Kind);

    /// <summary>The learner's id, or null where nobody is known by any of the references.</summary>
    /// <exception cref="OutsideException">The SIS did not answer.</exception>
    public async Task<string?> Match(Institution institution, string source, IReadOnlyList<LearnerReference> references, CancellationToken cancellation)
    {
        var keys = Keys(institution);
        foreach (var reference in references)
        {
            if (await learners.FindId(institution.Id, keys.Of(reference, source), cancellation) is { } known)
                return known;
        }

        var number = references.FirstOrDefault(reference => reference.Kind == LearnerReferenceKind.StudentNumber);
        return number is null ? null : await Remember(institution, source, number.Value, references, cancellation);
    }

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
