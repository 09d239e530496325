using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core.Learners;

/// <summary>Asks outside systems who a learner is; all of them lead to persons of the SIS.</summary>
public sealed class LearnerLookups(
    IEnumerable<IPersonDirectory> systems,
    IEnumerable<ILmsApi> apis,
    IEnumerable<IDirectory> directories,
    OutboundGateway gateway)
{
    private readonly Dictionary<string, IPersonDirectory> _systems = systems.ToDictionary(sis => sis.Kind);
    private readonly Dictionary<string, ILmsApi> _apis = apis.ToDictionary(api => api.Kind);
    private readonly Dictionary<string, IDirectory> _directories = directories.ToDictionary(directory => directory.Kind);

    /// <summary>The persons that a strategy leads to.</summary>
    /// <param name="strategy">Any but <see cref="MatchingStrategy.Known"/>.</param>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">Whose names they are.</param>
    /// <param name="references">What is known of the learner; the LMS's own API adds to it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OutsideException">A system did not answer, or refused.</exception>
    public Task<IReadOnlyList<Person>> Find(
        MatchingStrategy strategy,
        Institution institution,
        Source source,
        List<LearnerReference> references,
        CancellationToken cancellation) =>
        strategy switch
        {
            MatchingStrategy.StudentNumber => ByNumbers(
                institution,
                Values(references, LearnerReferenceKind.StudentNumber).Take(1),
                cancellation),
            MatchingStrategy.Email => ByEmails(institution, Values(references, LearnerReferenceKind.Email), cancellation),
            MatchingStrategy.Login => ByNumbers(
                institution,
                Values(references, LearnerReferenceKind.Login).Select(login => Number(source.Learners, login)).OfType<string>(),
                cancellation),
            MatchingStrategy.Lms => ByLms(institution, source, references, cancellation),
            _ => ByDirectory(institution, references, cancellation),
        };

    /// <summary>The person with a student number; null where the SIS knows none, or there is no SIS.</summary>
    /// <exception cref="OutsideException">The SIS did not answer, or refused.</exception>
    public async Task<Person?> ByNumber(Institution institution, string studentNumber, CancellationToken cancellation) =>
        institution.Connection(ConnectionRole.Sis) is { } sis
            ? await gateway.CallSoon(
                institution,
                sis,
                () => _systems[sis.Kind].FindPerson(institution, sis, studentNumber, cancellation),
                cancellation)
            : null;

    private async Task<IReadOnlyList<Person>> ByNumbers(
        Institution institution,
        IEnumerable<string> numbers,
        CancellationToken cancellation)
    {
        var people = new List<Person>();
        foreach (var number in numbers.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await ByNumber(institution, number, cancellation) is { } person)
                people.Add(person);
        }

        return people;
    }

    private async Task<IReadOnlyList<Person>> ByEmails(
        Institution institution,
        IEnumerable<string> addresses,
        CancellationToken cancellation)
    {
        var people = new List<Person>();
        if (institution.Connection(ConnectionRole.Sis) is not { } sis)
            return people;
        foreach (var address in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
            people.AddRange(
                await gateway.CallSoon(
                    institution,
                    sis,
                    () => _systems[sis.Kind].FindByEmail(institution, sis, address, cancellation),
                    cancellation));
        return people;
    }

    private async Task<IReadOnlyList<Person>> ByLms(
        Institution institution,
        Source source,
        List<LearnerReference> references,
        CancellationToken cancellation)
    {
        if (source.Api is not { } api || Values(references, LearnerReferenceKind.LmsId).FirstOrDefault() is not { } id)
            return [];
        if (await gateway.CallSoon(institution, api, () => _apis[api.Kind].FindUser(institution, api, id, cancellation), cancellation)
            is not { } user)
            return [];
        references.AddRange(user.References().Except(references));
        return user.StudentNumber is { } number ? await ByNumbers(institution, [number], cancellation) : [];
    }

    private async Task<IReadOnlyList<Person>> ByDirectory(
        Institution institution,
        IReadOnlyList<LearnerReference> references,
        CancellationToken cancellation)
    {
        if (institution.Connection(ConnectionRole.Directory) is not { } directory)
            return [];
        var numbers = await gateway.CallSoon(
            institution,
            directory,
            () => _directories[directory.Kind].StudentNumbers(institution, directory, references, cancellation),
            cancellation);
        return await ByNumbers(institution, numbers, cancellation);
    }

    private static string? Number(LearnerMatching matching, string login) =>
        matching.LoginPattern is not { } pattern ? login
        : pattern.Match(login) is { Success: true } match && match.Groups[1].Value is { Length: > 0 } number ? number
        : null;

    private static IEnumerable<string> Values(IEnumerable<LearnerReference> references, LearnerReferenceKind kind) =>
        references.Where(reference => reference.Kind == kind).Select(reference => reference.Value.Trim());
}
