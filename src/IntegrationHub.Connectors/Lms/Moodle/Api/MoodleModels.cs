namespace IntegrationHub.Connectors.Lms.Moodle.Api;

/// <summary>
/// <c>core_user_get_users_by_field</c> and <c>core_enrol_get_enrolled_users</c>: a user, with what the token's user may see.
/// </summary>
internal sealed record MoodleUser(
    long Id, string? Username, string? Idnumber, string? Email, IReadOnlyList<MoodleRole>? Roles = null);

/// <summary>A role that a user has in a course, by its short name.</summary>
internal sealed record MoodleRole(string? Shortname);

/// <summary><c>core_course_get_courses_by_field</c> and <c>core_course_search_courses</c>.</summary>
internal sealed record MoodleCourses(IReadOnlyList<MoodleCourse>? Courses);

internal sealed record MoodleCourse(long Id, string? Shortname, string? Idnumber);

/// <summary><c>core_completion_get_course_completion_status</c>; times are Unix seconds.</summary>
internal sealed record MoodleCompletion(MoodleCompletionStatus? Completionstatus);

internal sealed record MoodleCompletionStatus(bool Completed, IReadOnlyList<MoodleCriterion>? Completions);

internal sealed record MoodleCriterion(bool Complete, long? Timecompleted);

/// <summary><c>gradereport_user_get_grade_items</c>.</summary>
internal sealed record MoodleGrades(IReadOnlyList<MoodleUserGrades>? Usergrades);

internal sealed record MoodleUserGrades(long Userid, IReadOnlyList<MoodleGradeItem>? Gradeitems);

internal sealed record MoodleGradeItem(
    string? Itemtype,
    string? Itemmodule,
    long? Iteminstance,
    long? Cmid,
    decimal? Graderaw,
    decimal? Grademin,
    decimal? Grademax,
    long? Gradedategraded,
    bool? Gradeishidden,
    bool? Gradeisoverridden);


/// <summary><c>mod_quiz_get_user_attempts</c>.</summary>
internal sealed record MoodleAttempts(IReadOnlyList<MoodleAttempt>? Attempts);

/// <summary>An attempt, with its points before they are scaled to the grade.</summary>
internal sealed record MoodleAttempt(long Id, decimal? Sumgrades, long? Timefinish, long? Timemodified);

/// <summary><c>mod_quiz_get_quizzes_by_courses</c>.</summary>
internal sealed record MoodleQuizzes(IReadOnlyList<MoodleQuiz>? Quizzes);

/// <summary>A quiz, with the points of all its questions.</summary>
internal sealed record MoodleQuiz(long Id, decimal? Sumgrades);
