using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.OpenEdx;

/// <summary>
/// Events of the shape that the openedx-webhooks plugin sends: the data under the name of its Python type, times with a space in them.
/// </summary>
internal sealed class PluginEvents(TimeProvider time)
{
    public JsonObject Certificate(Learner learner, Course course, string what, string status) =>
        Event(
            $"certificate.{what}",
            "CertificateData",
            new()
            {
                ["user"] = User(learner),
                ["course"] = Of(course),
                ["mode"] = "honor",
                ["grade"] = "",
                ["download_url"] = "",
                ["name"] = learner.Name,
                ["current_status"] = status,
                ["previous_status"] = null,
            });


    public JsonObject PassingLost(Learner learner, Course course) => Event("course.passing.status.updated", "CoursePassingStatusData", new()
    {
        ["is_passing"] = false,
        ["course"] = Of(course),
        ["user"] = User(learner),
    });

    public JsonObject CourseGrade(Learner learner, Course course, decimal percent) =>
        Event(
            "course.persistent_grade_summary.changed",
            "PersistentCourseGradeData",
            new()
    {
        ["user_id"] = learner.CanvasId,
        ["course"] = Of(course),
        ["course_edited_timestamp"] = Moment(),
        ["course_version"] = "",
        ["grading_policy_hash"] = "",
        ["percent_grade"] = percent / 100,
        ["letter_grade"] = percent >= 50 ? "Pass" : "",
        ["passed_timestamp"] = percent >= 50 ? Moment() : null,
    });

    public JsonObject SessionLogin(Learner learner) => Event("auth.session.login.completed", "UserData", User(learner));

    /// <summary>The names joined by underscores, each value as Python prints it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Flat(JsonObject fields, string prefix = "") =>
        fields.SelectMany(field =>
            field.Value switch
    {
        JsonObject inner => Flat(inner, $"{prefix}{field.Key}_"),
        var value => [new($"{prefix}{field.Key}", Printed(value))],
    });

    private static string Printed(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "None",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => value.ToString(),
    };

    private JsonObject Event(string name, string type, JsonObject data) => new()
    {
        [$"openedx_events.learning.data.{type}"] = data,
        ["event_metadata"] = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["event_type"] = $"org.openedx.learning.{name}.v1",
            ["minorversion"] = 0,
            ["source"] = "openedx/lms/web",
            ["sourcehost"] = "lms",
            ["time"] = Moment(),
            ["sourcelib"] = new JsonArray(9, 18, 2),
        },
    };

    private string Moment() => time.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static JsonObject User(Learner learner) => new()
    {
        ["id"] = learner.CanvasId,
        ["is_active"] = true,
        ["pii"] = new JsonObject { ["username"] = learner.Email.Split('@')[0], ["email"] = learner.Email, ["name"] = learner.Name },
    };

    private static JsonObject Of(Course course) => new()
    {
        ["course_key"] = $"course-v1:LacNord+{course.Code}+2026A",
        ["display_name"] = course.Name.Fr,
        ["start"] = null,
        ["end"] = null,
    };
}
