using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>People in Ethos: <c>persons</c>, found by a credential whose type is the institution's setting.</summary>
internal static class EthosPeople
{
    /// <summary>The person with a student number, or null.</summary>
    public static async Task<Person?> Find(EthosConnection ethos, string studentNumber, CancellationToken cancellation)
    {
        var type = CredentialType(ethos);
        var criteria = EthosConnection.Criteria(new { credentials = new[] { new { type, value = studentNumber } } });
        var answer = await ethos.Ask((api, token) => api.Persons(token, criteria, cancellation), cancellation);
        // A filter that the other side does not know must never hand us somebody else.
        EthosPerson[] people =
        [
            .. answer.Where(p => StudentNumber(p, type) is { } found && found.Equals(studentNumber, StringComparison.OrdinalIgnoreCase)),
        ];
        return people switch
        {
            [] => null,
            [var one] => Map(one, studentNumber),
            _ => throw new OutsideException(
                OutsideFault.Refused,
                $"Ethos knows {people.Length} persons with this {type}; merge them in the SIS, then replay."),
        };
    }

    /// <summary>Every person with an e-mail address who has a student number.</summary>
    public static async Task<IReadOnlyList<Person>> FindByEmail(EthosConnection ethos, string email, CancellationToken cancellation)
    {
        var type = CredentialType(ethos);
        var criteria = EthosConnection.Criteria(new { emails = new[] { new { address = email } } });
        var answer = await ethos.Ask((api, token) => api.Persons(token, criteria, cancellation), cancellation);
        return
        [
            .. from person in answer
            where person.Emails?.Any(known => email.Equals(known.Address?.Trim(), StringComparison.OrdinalIgnoreCase)) == true
            let number = StudentNumber(person, type)
            where number is not null
            select Map(person, number),
        ];
    }

    /// <summary>The student number of a person whose id is known.</summary>
    public static async Task<string> StudentNumber(EthosConnection ethos, string personId, CancellationToken cancellation)
    {
        var person = await ethos.Ask((api, token) => api.Person(token, personId, cancellation), cancellation);
        return StudentNumber(person, CredentialType(ethos))
            ?? throw new OutsideException(
                OutsideFault.Refused,
                $"The learner's person in Ethos has no {CredentialType(ethos)}; add it in the SIS, then replay.");
    }

    private static string CredentialType(EthosConnection ethos) =>
        ethos.Setting("personCredential")
        ?? throw new OutsideException(
            OutsideFault.Refused,
            "The ethos connection has no setting personCredential (colleaguePersonId, bannerId); add it to the institution's file.");

    private static string? StudentNumber(EthosPerson person, string type) =>
        person.Credentials?.FirstOrDefault(c => type.Equals(c.Type, StringComparison.OrdinalIgnoreCase))?.Value;

    private static Person Map(EthosPerson person, string studentNumber)
    {
        var name = person.Names?.MaxBy(n =>
            n.Preference == "preferred" ? 2
            : n.Type?.Category == "legal" ? 1
            : 0);
        var email = person.Emails?.Where(e => !string.IsNullOrWhiteSpace(e.Address)).MaxBy(e => e.Preference == "primary" ? 1 : 0);
        var language = person.Languages?.MaxBy(l => l.Preference == "primary" ? 1 : 0)?.Code?.ToLowerInvariant();
        return new Person(
            person.Id,
            studentNumber,
            name?.FirstName ?? "",
            name?.LastName ?? "",
            email?.Address,
            language switch
            {
                not null when language.StartsWith("fr", StringComparison.Ordinal) => "fr",
                not null when language.StartsWith("en", StringComparison.Ordinal) => "en",
                _ => null,
            });
    }
}
