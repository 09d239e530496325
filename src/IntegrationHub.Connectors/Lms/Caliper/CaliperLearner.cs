using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// The references that a person bears: the last part of its IRI as the LMS's id (the address of an IRI <c>mailto:</c>),
/// the IRI itself, and its other identifiers (Caliper 1.2, SystemIdentifier).
/// </summary>
internal static class CaliperLearner
{
    /// <summary>Every reference, the surest first; none where it is no person, or an unknown one.</summary>
    /// <param name="person">The entity, thinned or not.</param>
    /// <param name="studentNumbers">The types of identifiers that are the student number.</param>
    public static IReadOnlyList<LearnerReference> Of(JsonElement? person, IReadOnlyList<string> studentNumbers) =>
        Iri.Term(person.Text("type")) is null or "Person"
            ?
            [
                .. person
                    .Each("otherIdentifiers")
                    .SelectMany(identifier => Identifier(identifier, studentNumbers))
                    .Concat(Names(Iri.Of(person)))
                    .Distinct()
                    .OrderBy(reference => reference.Kind),
            ]
            : [];

    private static IEnumerable<LearnerReference> Identifier(JsonElement? identifier, IReadOnlyList<string> studentNumbers)
    {
        if (identifier.Text("identifier") is not { } value)
            yield break;
        var type = Iri.Term(identifier.Text("identifierType")) ?? "";
        yield return new(
            studentNumbers.Contains(type, StringComparer.Ordinal) ? LearnerReferenceKind.StudentNumber : type switch
            {
                "SystemId" => LearnerReferenceKind.LmsId,
                "AccountUserName" => LearnerReferenceKind.Login,
                "EmailAddress" => LearnerReferenceKind.Email,
                _ => LearnerReferenceKind.Other,
            },
            value);
    }

    private static IEnumerable<LearnerReference> Names(string? iri)
    {
        const string mail = "mailto:";
        if (iri is null)
            yield break;
        if (iri.StartsWith(mail, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(LearnerReferenceKind.Email, iri[mail.Length..]);
            yield break;
        }

        if (Iri.Last(iri) is { Length: > 0 } last)
            yield return new(LearnerReferenceKind.LmsId, last);
        yield return new(LearnerReferenceKind.Other, iri);
    }
}
