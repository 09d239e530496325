using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>An event as a workflow of tool_trigger posts it: flat, every value a text, and a plus that became a space.</summary>
internal sealed class Workflow(TimeProvider time)
{
    public JsonObject CourseCompleted(Learner learner, Course course) => new()
    {
        ["eventname"] = @"\core\event\course_completed",
        ["courseid"] = course.MoodleId.ToString(CultureInfo.InvariantCulture),
        ["relateduserid"] = learner.MoodleId.ToString(CultureInfo.InvariantCulture),
        ["timecreated"] = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["user_idnumber"] = learner.StudentNumber ?? "",
        ["user_username"] = learner.Email.Split('@')[0],
        ["user_email"] = learner.Email.Replace('+', ' '),
        ["course_idnumber"] = course.CanvasSisId ?? "",
    };
}
