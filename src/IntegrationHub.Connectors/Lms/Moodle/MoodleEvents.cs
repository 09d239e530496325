namespace IntegrationHub.Connectors.Lms.Moodle;

/// <summary>The events of Moodle that tell of something learned; all others are noise.</summary>
internal static class MoodleEvents
{
    public const string CourseCompleted = @"\core\event\course_completed";
    public const string BadgeAwarded = @"\core\event\badge_awarded";
    public const string BadgeRevoked = @"\core\event\badge_revoked";
    public const string CertificateIssued = @"\tool_certificate\event\certificate_issued";
    public const string CertificateRevoked = @"\tool_certificate\event\certificate_revoked";
    public const string UserGraded = @"\core\event\user_graded";
    public const string AttemptSubmitted = @"\mod_quiz\event\attempt_submitted";
    public const string QuestionGraded = @"\mod_quiz\event\question_manually_graded";
    public const string SubmissionGraded = @"\mod_assign\event\submission_graded";
    public const string ScormStatus = @"\mod_scorm\event\status_submitted";
    public const string ScormScore = @"\mod_scorm\event\scoreraw_submitted";

    /// <summary>Those whose statements may count: logstore_xapi adds the result.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> InStatements { get; } =
        new HashSet<string>([
            CourseCompleted,
            BadgeAwarded,
            BadgeRevoked,
            CertificateIssued,
            CertificateRevoked,
            UserGraded,
            AttemptSubmitted,
            SubmissionGraded,
            ScormStatus,
            ScormScore,
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those that say it all by themselves: the bare event bears no result.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Bare { get; } =
        new HashSet<string>([CourseCompleted, BadgeAwarded, BadgeRevoked, CertificateIssued, CertificateRevoked])
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those that say there is a result, or another one than before, and not which: Moodle must be asked.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Unscored { get; } =
        new HashSet<string>([UserGraded, AttemptSubmitted, QuestionGraded, SubmissionGraded, ScormStatus, ScormScore]).GetAlternateLookup<
            ReadOnlySpan<char>
        >();
}
