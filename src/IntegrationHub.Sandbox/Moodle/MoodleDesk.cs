using System.Collections.Concurrent;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>
/// What a teacher or an administrator does in Moodle. <c>Course</c>: its quiz; <c>Learner</c>: that learner’s grade. <c>State</c>: marking
/// (the gradebook is empty), hidden (the learner does not see the grade), ungraded (an essay waits for its teacher), overridden (with
/// <c>Score</c> in percent) or released. <c>Missing</c>: the capabilities that the token's user lacks from now on.
/// </summary>
internal sealed record DeskWork(string? Course, string? Learner, string? State, decimal? Score, string[]? Missing);

/// <summary>What stands between a result and whoever asks for it.</summary>
internal sealed class MoodleDesk
{
    private readonly ConcurrentDictionary<(string Course, string Learner), DeskWork> _grades = new();
    private volatile string[] _missing = [];

    public static void Map(WebApplication app) => app.MapPost("/moodle/desk", (DeskWork work, MoodleDesk desk, CampusData campus) =>
        desk.Do(work, campus) is { } fault ? Results.BadRequest(new { error = fault }) : Results.NoContent());

    /// <summary>Whether the token's user lacks a capability.</summary>
    public bool Lacks(string capability) => _missing.Contains(capability);

    public string StateOf(Course course, Learner learner) => Of(course, learner)?.State ?? "released";

    /// <summary>What a teacher wrote over the grade, in percent; null where nobody did.</summary>
    public decimal? OverrideOf(Course course, Learner learner) =>
        Of(course, learner) is { State: "overridden", Score: { } score } ? score : null;

    private DeskWork? Of(Course course, Learner learner) => _grades.GetValueOrDefault((course.Code, learner.Email));

    private string? Do(DeskWork work, CampusData campus)
    {
        if (work.Missing is { } missing)
            _missing = missing;
        if (work.State is null)
            return work.Missing is null ? "state or missing: nothing to do." : null;
        if (work.State is not ("marking" or "hidden" or "ungraded" or "overridden" or "released"))
            return "state: marking, hidden, ungraded, overridden or released.";
        if (campus.FindCourse(work.Course) is not { } course)
            return "course: no such code, name or id.";
        if (campus.FindLearner(work.Learner) is not { } learner)
            return "learner: no such name, e-mail, student number or LMS id.";
        _grades[(course.Code, learner.Email)] = work;
        return null;
    }
}
