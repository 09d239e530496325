using System.Text.Json;
using IntegrationHub.Connectors.Json;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>
/// The references that a course bears: its number, its IRI, the IRI's last part and its other identifiers; a section
/// bears its course's as well. The last part of a section's IRI is none: <c>1</c> of <c>/courses/7/sections/1</c> names nothing.
/// </summary>
internal static class CaliperCourse
{
    private const int MostLevels = 4;

    /// <summary>Every reference of a course, of a section or of a team within it.</summary>
    public static string[] Of(JsonElement? group) =>
        [.. Above(group).SelectMany(References).OfType<string>().Where(id => id.Length > 0).Distinct()];

    /// <summary>Whether an entity is a course or a section.</summary>
    public static bool IsCourse(JsonElement? entity) => Iri.Term(entity.Text("type")) is "CourseOffering" or "CourseSection";

    private static IEnumerable<JsonElement?> Above(JsonElement? group)
    {
        for (var level = 0; group is not null && level < MostLevels; level++)
        {
            if (Iri.Term(group.Text("type")) is null || IsCourse(group))
                yield return group;
            group = group.At("subOrganizationOf");
        }
    }

    private static IEnumerable<string?> References(JsonElement? course)
    {
        yield return course.Text("courseNumber");
        foreach (var identifier in course.Each("otherIdentifiers"))
            yield return identifier.Text("identifier");
        if (Iri.Of(course) is not { } iri)
            yield break;
        yield return iri;
        if (!IsSection(course, iri))
            yield return Iri.Last(iri);
    }

    private static bool IsSection(JsonElement? course, string iri) =>
        Iri.Term(course.Text("type")) == "CourseSection" || iri.TrimEnd('/').Split('/') is [.., "section" or "sections", _];
}
