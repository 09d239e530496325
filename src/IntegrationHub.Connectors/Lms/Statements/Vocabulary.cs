namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>The IRIs that decide.</summary>
internal static class Vocabulary
{
    /// <summary>Verbs that say: finished, and by the sender's own rules with success.</summary>
    public static HashSet<string> Finished { get; } =
    [
        "http://adlnet.gov/expapi/verbs/completed",
        "http://adlnet.gov/expapi/verbs/passed",
        "http://adlnet.gov/expapi/verbs/mastered",
        "https://w3id.org/xapi/adl/verbs/completed",
        "https://w3id.org/xapi/adl/verbs/passed",
        "https://w3id.org/xapi/adl/verbs/mastered",
        "https://w3id.org/xapi/adl/verbs/satisfied",
    ];

    /// <summary>Verbs that say: passed, and not merely come to the end.</summary>
    public static HashSet<string> Passed { get; } =
    [
        "http://adlnet.gov/expapi/verbs/passed",
        "http://adlnet.gov/expapi/verbs/mastered",
        "https://w3id.org/xapi/adl/verbs/passed",
        "https://w3id.org/xapi/adl/verbs/mastered",
    ];

    /// <summary>Verbs that say: not passed.</summary>
    public static HashSet<string> Failed { get; } =
    [
        "http://adlnet.gov/expapi/verbs/failed",
        "https://w3id.org/xapi/adl/verbs/failed",
    ];

    /// <summary>Verbs that say: graded.</summary>
    public static HashSet<string> Scored { get; } =
    [
        "https://w3id.org/xapi/tla/verbs/scored",
        "http://adlnet.gov/expapi/verbs/scored",
        Earned,
    ];

    /// <summary>Open edX's verb for a grade that it computed, of a course or of a subsection (event-routing-backends).</summary>
    public const string Earned = "http://id.tincanapi.com/verb/earned";

    /// <summary>Where Open edX states a course's grade as a letter.</summary>
    public const string GradeLetter = "http://www.tincanapi.co.uk/activitytypes/grade_classification";

    /// <summary>The verb that takes a statement back (xAPI 1.0.3, Data 2.3.2).</summary>
    public const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    /// <summary>Types of activity that are a whole course: a module or a quiz is "completed" too.</summary>
    public static HashSet<string> Course { get; } =
    [
        "https://w3id.org/xapi/cmi5/activitytype/course",
        "http://adlnet.gov/expapi/activities/course",
    ];

    /// <summary>The type of an attempt at a quiz.</summary>
    public const string Attempt = "http://adlnet.gov/expapi/activities/attempt";

    /// <summary>The type of an assessment.</summary>
    public const string Assessment = "http://adlnet.gov/expapi/activities/assessment";

    /// <summary>The category of statements that cmi5 defines (cmi5, 9.6.2.1).</summary>
    public const string Cmi5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";

    /// <summary>Where logstore_xapi names the Moodle event.</summary>
    public const string MoodleInfo = "http://lrs.learninglocker.net/define/extensions/info";

    /// <summary>The course's id number (often the SIS's id), where the plugin is told to send it.</summary>
    public const string ExternalId = "https://w3id.org/learning-analytics/learning-management-system/external-id";

    /// <summary>The course's short name, where the plugin is told to send it.</summary>
    public const string ShortId = "https://w3id.org/learning-analytics/learning-management-system/short-id";
}
