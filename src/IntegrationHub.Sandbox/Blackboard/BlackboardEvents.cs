using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Blackboard;

/// <summary>
/// Caliper events with Blackboard's own extensions. Its keys look like <c>_9506_1</c>; the batch uids of users and courses
/// are the keys of the SIS. The score's own maximum is 0: that of the column counts.
/// </summary>
internal sealed class BlackboardEvents(CampusData campus, TimeProvider time)
{
    private const string Version = "http://purl.imsglobal.org/ctx/caliper/v1p1";

    private readonly string _site = $"https://caliper-mapping.example.ca/v1/sites/{CampusData.GuidFrom("site", campus.Institution.Id)}";

    public JsonObject Envelope(IEnumerable<JsonObject> events) => new()
    {
        ["sensor"] = _site[(_site.LastIndexOf('/') + 1)..],
        ["sendTime"] = Now(),
        ["dataVersion"] = Version,
        ["data"] = new JsonArray([.. events]),
    };

    public JsonObject Graded(Learner learner, Course course, decimal percent) =>
        Grade(learner, course, "attempt.grade", Math.Round(percent / 100 * course.PointsPossible, 2));

    /// <summary>A deleted attempt: the points that it had are still on it.</summary>
    public JsonObject AttemptDeleted(Learner learner, Course course) => Grade(learner, course, "attempt.delete", course.PointsPossible);

    /// <summary>The overall grade, computed anew.</summary>
    public JsonObject CourseGrade(Learner learner, Course course, decimal percent) => Event(
        "http://caliper.blackboard.com/caliper/v1/CalculatedGradeSnapshotEvent", "Graded", learner, course, new()
        {
            ["type"] = "http://caliper.blackboard.com/caliper/v1/CalculatedGrade",
            ["id"] = $"{_site}/gradableItems/_1_1/calculatedGrade/1",
            ["itemId"] = "_1_1",
            ["score"] = percent,
            ["scorePossible"] = 100,
            ["isCourseGrade"] = true,
            ["user"] = User(learner),
            ["course"] = Offering(course),
        });

    public JsonObject Viewed(Learner learner, Course course) =>
        Event("ViewEvent", "Viewed", learner, course, new() { ["id"] = $"{_site}/contents/_7_1", ["type"] = "Chapter", ["index"] = 0 });

    private JsonObject Grade(Learner learner, Course course, string what, decimal points)
    {
        var column = $"{_site}/gradableItems/{Key(course.AssignmentId)}";
        var graded = Event("GradeEvent", "Graded", learner, course, new()
        {
            ["id"] = $"{column}/attempts/_71_1",
            ["type"] = "Attempt",
            ["assignable"] = new JsonObject { ["id"] = column, ["type"] = "Assessment", ["maxScore"] = course.PointsPossible },
            ["assignee"] = User(learner),
            ["count"] = 1,
        });
        graded["group"] = Offering(course);
        graded["generated"] = new JsonObject
        {
            ["id"] = $"{column}/attempts/_71_1/score",
            ["type"] = "Score",
            ["extensions"] = new JsonObject { ["bb:action.name"] = $"instructor.grade.history.event.{what}" },
            ["maxScore"] = 0,
            ["scoreGiven"] = points,
        };
        return graded;
    }

    private JsonObject Event(string type, string action, Learner learner, Course course, JsonObject on) => new()
    {
        ["@context"] = Version,
        ["type"] = type,
        ["id"] = Guid.NewGuid().ToString(),
        ["actor"] = new JsonObject { ["id"] = $"{_site}/applications/learn", ["type"] = "SoftwareApplication" },
        ["action"] = action,
        ["object"] = on,
        ["eventTime"] = Now(),
        ["membership"] = new JsonObject
        {
            ["extensions"] = new JsonObject { ["bb:course.externalId"] = course.Code, ["bb:user.externalId"] = learner.StudentNumber },
            ["roles"] = new JsonArray("Learner"),
        },
    };

    private JsonObject User(Learner learner) => new()
    {
        ["id"] = $"{_site}/users/{CampusData.GuidFrom("user", learner.Email):N}",
        ["type"] = "Person",
        ["extensions"] = new JsonObject { ["bb:user.id"] = Key(learner.CanvasId), ["bb:user.externalId"] = learner.StudentNumber },
    };

    private JsonObject Offering(Course course) => new()
    {
        ["id"] = $"{_site}/courses/{CampusData.GuidFrom("course", course.Code):N}",
        ["type"] = "CourseOffering",
        ["extensions"] = new JsonObject { ["bb:course.id"] = Key(course.CanvasId) },
        ["courseNumber"] = course.Code,
    };

    private static string Key(long id) => string.Create(CultureInfo.InvariantCulture, $"_{id}_1");

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
