using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>A function that Moodle refuses for a course or a learner, by the error code, while it answers others.</summary>
internal sealed class MoodleRefusal(string function, string code) : Exception($"{function}: {code}")
{
    /// <summary>The course keeps no completion, or nothing completes it: there is nothing to see.</summary>
    public bool IsOfAnEmptyCourse => code is "nocriteriaset" or "completionnotenabled";

    /// <summary>The user's completion is not tracked: a teacher's, or somebody's who left.</summary>
    public bool IsOfTheUser => code is "usernotenroled" or "notenroled";

    /// <summary>The refusal behind a failure; null where it is the token's, or an outage.</summary>
    public static MoodleRefusal? Of(OutsideException failure) => failure.InnerException as MoodleRefusal;

    /// <summary>What is not seen, and what helps.</summary>
    public BilingualText Text
    {
        get
        {
            var (fr, en) = Remedy;
            var refused = new BilingualText("Moodle refuse {0} ({1})\u00a0: ", "Moodle refuses {0} ({1}): ").Filled(function, code);
            return new(refused.Fr + fr, refused.En + en);
        }
    }

    private (string Fr, string En) Remedy => code switch
    {
        "accessexception" => ("ajoutez cette fonction au service du jeton.", "add this function to the token’s service."),
        "errorcoursecontextnotvalid" or "requireloginerror" => (
            "l’utilisateur du jeton ne peut pas entrer dans le cours; donnez-lui moodle/course:view et moodle/course:viewhiddencourses.",
            "the token’s user may not enter the course; give it moodle/course:view and moodle/course:viewhiddencourses."),
        "notingroup" => Give("moodle/site:accessallgroups"),
        _ => function switch
        {
            "core_completion_get_course_completion_status" => Give("report/completion:view"),
            "core_enrol_get_enrolled_users" => Give("moodle/course:viewparticipants"),
            "gradereport_user_get_grade_items" => Give("gradereport/user:view", "moodle/grade:viewall"),
            "mod_quiz_get_user_attempts" => Give("mod/quiz:view", "mod/quiz:viewreports"),
            _ => ("vérifiez les droits de l’utilisateur du jeton.", "check the rights of the token’s user."),
        },
    };

    private static (string Fr, string En) Give(params string[] capabilities) => (
        $"donnez à l’utilisateur du jeton {string.Join(" et ", capabilities)}.",
        $"give the token’s user {string.Join(" and ", capabilities)}.");
}

/// <summary>What Moodle leaves out of an answer without a word.</summary>
internal static class MoodleUnseen
{
    /// <summary>Nobody's names are there but the number of the account.</summary>
    public static BilingualText Details { get; } = new(
        "Moodle ne montre ni numéro d’identification, ni nom d’utilisateur, ni adresse\u00a0: donnez à l’utilisateur du jeton "
            + "moodle/user:viewalldetails.",
        "Moodle shows no ID number, user name or address: give the token’s user moodle/user:viewalldetails.");

    /// <summary>An assessment that no learner has in the gradebook.</summary>
    public static BilingualText Assessment(string page) => new(
        $"Moodle ne montre pas {page}\u00a0: si l’offre la nomme bien, donnez à l’utilisateur du jeton le droit de voir l’activité "
            + "(mod/…:view), moodle/course:viewhiddenactivities et moodle/grade:viewhidden.",
        $"Moodle does not show {page}: if the offering names it rightly, give the token’s user the right to view the activity "
            + "(mod/…:view), moodle/course:viewhiddenactivities and moodle/grade:viewhidden.");

    /// <summary>A quiz whose points are not told, so that its attempts have no grades of their own.</summary>
    public static BilingualText Quiz(string page) => new(
        $"Moodle ne montre pas le test de {page}\u00a0: ses tentatives n’ont pas été comparées; donnez à l’utilisateur du jeton "
            + "mod/quiz:view.",
        $"Moodle does not show the quiz of {page}: its attempts were not compared; give the token’s user mod/quiz:view.");
}
