using System.Text.Json.Nodes;

namespace IntegrationHub.Tests.Connectors.Lms.Caliper;

/// <summary>Envelopes and events as sensors send them.</summary>
internal static class CaliperFixtures
{
    public const string Version11 = "http://purl.imsglobal.org/ctx/caliper/v1p1";
    public const string Version12 = "http://purl.imsglobal.org/ctx/caliper/v1p2";
    public const string Section = "https://lms.example.ca/courses/EAU130/sections/1";

    public static JsonObject Envelope(params IEnumerable<JsonNode> items) => new()
    {
        ["sensor"] = "https://lms.example.ca/sensors/1",
        ["sendTime"] = "2026-02-02T03:00:00.000Z",
        ["dataVersion"] = Version11,
        ["data"] = new JsonArray([.. items]),
    };

    public static JsonObject Event(string type, string action) => new()
    {
        ["@context"] = Version11,
        ["id"] = "urn:uuid:6f0f1d1e-6a55-4c39-93b5-4a2f8a3b0001",
        ["type"] = type,
        ["actor"] = Person(),
        ["action"] = action,
        ["object"] = new JsonObject { ["id"] = "https://lms.example.ca/pages/2", ["type"] = "Document" },
        ["eventTime"] = "2026-02-01T10:00:00.000Z",
        ["group"] = SectionOf("EAU130"),
    };

    /// <summary>A grade of 17 of 20, given by a teacher.</summary>
    public static JsonObject Grade()
    {
        var grade = Event("GradeEvent", "Graded");
        grade["actor"] = new JsonObject { ["id"] = "https://lms.example.ca/users/77", ["type"] = "Person" };
        grade["object"] = new JsonObject
        {
            ["id"] = "https://lms.example.ca/quizzes/31/users/390/attempts/2",
            ["type"] = "Attempt",
            ["assignee"] = Person(),
            ["assignable"] = new JsonObject { ["id"] = "https://lms.example.ca/quizzes/31", ["type"] = "Assessment" },
            ["count"] = 2,
        };
        grade["generated"] = new JsonObject
        {
            ["id"] = "https://lms.example.ca/quizzes/31/users/390/attempts/2/scores/1",
            ["type"] = "Score",
            ["maxScore"] = 20.0,
            ["scoreGiven"] = 17.0,
        };
        return grade;
    }

    public static JsonObject Person() => new() { ["id"] = "https://lms.example.ca/users/390", ["type"] = "Person" };

    public static JsonObject SectionOf(string number) =>
        new()
        {
            ["id"] = Section,
            ["type"] = "CourseSection",
            ["courseNumber"] = $"{number}-01",
            ["subOrganizationOf"] = new JsonObject
            {
                ["id"] = "https://lms.example.ca/courses/502",
                ["type"] = "CourseOffering",
                ["courseNumber"] = number,
            },
        };

    /// <summary>An event with changes, as JSON in an envelope.</summary>
    public static string With(JsonObject item, Action<JsonObject> change)
    {
        change(item);
        return Envelope(item).ToJsonString();
    }
}
