using System.Globalization;
using System.Text.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Connectors.Lms.Testing;

/// <summary>
/// An event of each kind that its sender sends every day and that leads to nothing. The door keeps no test event
/// whatever it says: what is tried here is that the kind reads it as its own.
/// </summary>
internal static class TestEvents
{
    private const string Site = "https://hub.invalid";

    public static TestEvent Of(Source source, DateTimeOffset now)
    {
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return source.Kind switch
        {
            "canvas" => Json(new { metadata = new { event_name = "hub_test", event_time = at, root_account_uuid = source.List("accounts") is [var account, ..] ? account : null }, body = new { } }),
            "moodle" when source.Authentication != AuthenticationSchemes.Basic => Json(new { eventname = @"\core\event\course_viewed", host = Site, courseid = 0, userid = 0, timecreated = now.ToUnixTimeSeconds() }),
            "xapi" or "moodle" => Statement(at) with { Path = "/statements" },
            "brightspace" => Statement(at),
            "caliper" or "blackboard" => Envelope(at),
            "openedx" => Json(new { event_metadata = new { id = Guid.NewGuid(), event_type = "org.openedx.learning.auth.session.login.completed.v1", time = at } }),
            "ags" => Json(new { userId = "0", timestamp = at, activityProgress = "Started", gradingProgress = "NotReady" }, "application/vnd.ims.lis.v1.score+json"),
            "cloudevents" => Json(new { specversion = "1.0", id = Guid.NewGuid(), source = Site, type = "hub.test", time = at }, "application/cloudevents+json"),
            _ => Json(new { id = Guid.NewGuid(), @event = "hub.test", time = at }),
        };
    }

    private static TestEvent Statement(string at) => Json(new
    {
        id = Guid.NewGuid(),
        actor = new { objectType = "Agent", account = new { homePage = Site, name = "hub-test" } },
        verb = new { id = "http://adlnet.gov/expapi/verbs/experienced" },
        @object = new { objectType = "Activity", id = Site + "/test" },
        timestamp = at,
    }).With("X-Experience-API-Version", "1.0.3");

    private static TestEvent Envelope(string at) => Json(new
    {
        sensor = Site,
        sendTime = at,
        dataVersion = "http://purl.imsglobal.org/ctx/caliper/v1p1",
        data = new[]
        {
            new Dictionary<string, object>
            {
                ["@context"] = "http://purl.imsglobal.org/ctx/caliper/v1p1",
                ["id"] = $"urn:uuid:{Guid.NewGuid()}",
                ["type"] = "SessionEvent",
                ["action"] = "LoggedIn",
                ["actor"] = new { id = Site + "/test", type = "Person" },
                ["object"] = new { id = Site, type = "SoftwareApplication" },
                ["eventTime"] = at,
            },
        },
    });

    private static TestEvent Json(object body, string type = "application/json") =>
        new(JsonSerializer.SerializeToUtf8Bytes(body), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = type });
}
