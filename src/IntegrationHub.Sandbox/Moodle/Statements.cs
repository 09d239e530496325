using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>xAPI statements of the shape that logstore_xapi sends: no ids, times to the second, a scaled score that misleads.</summary>
internal sealed class Statements(CampusData campus, TimeProvider time)
{
    private const string CourseType = "https://w3id.org/xapi/cmi5/activitytype/course";
    private static long AttemptNumber = 5_000;

    public JsonObject CourseCompleted(Learner learner, Course course, bool mbox) => Statement(
        Actor(learner, mbox), "http://adlnet.gov/expapi/verbs/completed", "Completed",
        CourseActivity(course), [], @"\src\transformer\events\core\course_completed", @"\core\event\course_completed");

    public JsonObject CourseViewed(Learner learner, Course course) => Statement(
        Actor(learner, mbox: false), "http://id.tincanapi.com/verb/viewed", "Viewed",
        CourseActivity(course), [], @"\src\transformer\events\core\course_viewed", @"\core\event\course_viewed");

    /// <summary>The attempt, and each of its answers: statements of the same event.</summary>
    public IEnumerable<JsonObject> QuizSubmitted(Learner learner, Course course, decimal percent, bool mbox, int questions = 1,
        bool isEssay = false)
    {
        const string function = @"\src\transformer\events\mod_quiz\attempt_submitted\handler", name = @"\mod_quiz\event\attempt_submitted";
        var attempt = AttemptActivity(course, Interlocked.Increment(ref AttemptNumber));
        var submitted = Statement(
            Actor(learner, mbox), "http://adlnet.gov/expapi/verbs/completed", "Completed", attempt,
            [QuizActivity(course), CourseActivity(course)], function, name);
        submitted["result"] = new JsonObject
        {
            ["completion"] = true,
            ["duration"] = "PT24M10S",
            ["score"] = Score(percent, course.QuizMax),
            ["success"] = true,
        };
        yield return submitted;

        for (var question = 1; question <= questions; question++)
        {
            var asked = Activity(
                $"{campus.Moodle.Url}/question/question.php?cmid={course.QuizCmid}&id={30 + question}",
                $"Question {question}",
                "http://adlnet.gov/expapi/activities/cmi.interaction");
            asked["definition"]!["interactionType"] = "choice";
            asked["definition"]!["correctResponsesPattern"] = new JsonArray(Choice('b'));
            asked["definition"]!["choices"] = new JsonArray([
                .. "abcd".Select(choice => new JsonObject
                {
                    ["id"] = Choice(choice),
                    ["description"] = new JsonObject { ["fr"] = Choice(choice) },
                }),
            ]);
            if (isEssay)
                asked["definition"] = new JsonObject
                {
                    ["name"] = new JsonObject { ["fr"] = $"Question {question}" },
                    ["type"] = "http://adlnet.gov/expapi/activities/cmi.interaction",
                    ["interactionType"] = "long-fill-in",
                };
            var answered = Statement(
                Actor(learner, mbox), "http://adlnet.gov/expapi/verbs/answered", "Answered", asked,
                [attempt.DeepClone().AsObject(), QuizActivity(course), CourseActivity(course)], function, name);
            answered["result"] = new JsonObject { ["completion"] = true, ["response"] = Choice('b'), ["success"] = percent >= 50 };
            if (isEssay)
                answered["result"] = new JsonObject { ["completion"] = true, ["response"] = "Le prélèvement se fait à contre-courant." };
            yield return answered;
        }
    }

    private static string Choice(char choice) =>
        $"{choice}. Rincer le flacon trois fois à l’eau du site, puis le remplir sans laisser d’air sous le bouchon.";

    // The plugin spreads scaled over -1 to 1, and calls every attempt a success when the quiz has no pass mark.
    private static JsonObject Score(decimal percent, decimal max)
    {
        var raw = Math.Round(percent / 100 * max, 2);
        return new() { ["max"] = max, ["min"] = 0, ["raw"] = raw, ["scaled"] = Math.Round(raw / max * 2 - 1, 4) };
    }

    private JsonObject Actor(Learner learner, bool mbox) => mbox
        ? new() { ["mbox"] = $"mailto:{learner.Email}", ["name"] = learner.Name }
        : new()
        {
                ["account"] = new JsonObject
                {
                    ["homePage"] = campus.Moodle.Url,
                    ["name"] = learner.MoodleId.ToString(CultureInfo.InvariantCulture),
                },
            ["name"] = learner.Name,
        };

    private JsonObject CourseActivity(Course course) =>
        Activity($"{campus.Moodle.Url}/course/view.php?id={course.MoodleId}", course.Name.Fr, CourseType);

    private JsonObject QuizActivity(Course course) => Activity(
            $"{campus.Moodle.Url}/mod/quiz/view.php?id={course.QuizCmid}",
            $"Évaluation sommative – {course.Name.Fr}",
            "http://adlnet.gov/expapi/activities/assessment");

    private JsonObject AttemptActivity(Course course, long attempt) => Activity(
        $"{campus.Moodle.Url}/mod/quiz/attempt.php?attempt={attempt}&cmid={course.QuizCmid}",
        $"Évaluation sommative – {course.Name.Fr} Attempt {attempt}", "http://adlnet.gov/expapi/activities/attempt");

    private static JsonObject Activity(string id, string name, string type) => new()
    {
        ["id"] = id,
        ["definition"] = new JsonObject { ["name"] = new JsonObject { ["fr"] = name }, ["type"] = type },
        ["objectType"] = "Activity",
    };

    private JsonObject Statement(
        JsonObject actor,
        string verb,
        string display,
        JsonObject activity,
        JsonArray parents,
        string function,
        string eventName)
    {
        var around = new JsonObject
        {
            ["category"] = new JsonArray(Activity(campus.Moodle.Url, campus.Moodle.Name.Fr, "http://id.tincanapi.com/activitytype/lms")),
        };
        if (parents.Count > 0) around["parent"] = parents;
        return new()
        {
            ["actor"] = actor,
            ["verb"] = new JsonObject { ["id"] = verb, ["display"] = new JsonObject { ["en"] = display } },
            ["object"] = activity,
            ["timestamp"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            ["context"] = new JsonObject
            {
                ["platform"] = "Moodle",
                ["language"] = "fr",
                ["registration"] = Guid.NewGuid().ToString(),
                ["contextActivities"] = around,
                ["extensions"] = new JsonObject
                {
                    ["http://lrs.learninglocker.net/define/extensions/info"] = new JsonObject
                    {
                        ["http://moodle.org"] = "4.5.2 (Build: 20260210)",
                        ["https://github.com/xAPI-vle/moodle-logstore_xapi"] = "v5.0.0",
                        ["event_name"] = eventName,
                        ["event_function"] = function,
                    },
                },
            },
        };
    }
}
