using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>Live Events in Caliper format: an envelope with one event. There is no event for a completed course in it.</summary>
internal sealed class CaliperEvents(CampusData campus, TimeProvider time)
{
    private const string Version = "http://purl.imsglobal.org/ctx/caliper/v1p1";
    private const string Canvas = "com.instructure.canvas";

    /// <summary>The summative assignment is graded: by a teacher, for the assignee of the attempt.</summary>
    public JsonObject Graded(Learner learner, Course course, decimal percent)
    {
        var submission = Urn("submission", 70_000 + course.AssignmentId);
        return Envelope("GradeEvent", "Graded", course, new()
        {
            ["id"] = submission,
            ["type"] = "Attempt",
            ["assignee"] = new JsonObject
            {
                ["id"] = Urn("user", learner.CanvasId),
                ["type"] = "Person",
                ["extensions"] = new JsonObject { [Canvas] = new JsonObject { ["sis_id"] = learner.StudentNumber } },
            },
            ["assignable"] = new JsonObject { ["id"] = Urn("assignment", course.AssignmentId), ["type"] = "AssignableDigitalResource" },
        }, new()
        {
            ["id"] = submission,
            ["type"] = "Score",
            ["maxScore"] = course.PointsPossible,
            ["scoreGiven"] = Math.Round(percent / 100 * course.PointsPossible, 2),
            ["scoredBy"] = Urn("user", campus.Canvas.TeacherId),
        });
    }

    /// <summary>Something that is no completion.</summary>
    public JsonObject Accessed(Course course) =>
        Envelope("NavigationEvent", "NavigatedTo", course, new() { ["id"] = Urn("attachment", 5501), ["type"] = "Document" }, null);

    private JsonObject Envelope(string type, string action, Course course, JsonObject on, JsonObject? generated) => new()
    {
        ["sensor"] = $"https://{campus.Canvas.Host}/",
        ["sendTime"] = Now(),
        ["dataVersion"] = Version,
        ["data"] = new JsonArray(new JsonObject
        {
            ["@context"] = Version,
            ["id"] = $"urn:uuid:{Guid.NewGuid()}",
            ["type"] = type,
            ["actor"] = Teacher(),
            ["action"] = action,
            ["object"] = on,
            ["eventTime"] = Now(),
            ["generated"] = generated,
            ["edApp"] = new JsonObject { ["id"] = $"https://{campus.Canvas.Host}/", ["type"] = "SoftwareApplication" },
            ["group"] = new JsonObject { ["id"] = Urn("course", course.CanvasId), ["type"] = "CourseOffering" },
        }),
    };

    private JsonObject Teacher() => new()
    {
        ["id"] = Urn("user", campus.Canvas.TeacherId),
        ["type"] = "Person",
        ["extensions"] = new JsonObject
        {
            [Canvas] = new JsonObject
            {
                ["root_account_id"] = campus.Canvas.Global(campus.Canvas.RootAccountId),
                ["root_account_uuid"] = campus.Canvas.RootAccountUuid,
            },
        },
    };

    private string Urn(string kind, long id) => $"urn:instructure:canvas:{kind}:{campus.Canvas.Global(id)}";

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
