using System.Collections.Concurrent;

namespace IntegrationHub.Sandbox.Campus;

/// <summary>What a learner reached in a course of an LMS; without percent the course is completed.</summary>
internal sealed record GradebookEntry(Learner Learner, Course Course, decimal? Percent, DateTimeOffset At, long Attempt);

/// <summary>What the LMSs know themselves, whether or not their events arrived.</summary>
internal sealed class Gradebook(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Lms, string Course, string Learner, bool IsGrade), GradebookEntry> _entries = new();
    private readonly ConcurrentDictionary<(string Lms, string Course, string Learner), ConcurrentQueue<GradebookEntry>> _taken = new();
    private long _attempts = 90_000;

    public void Note(string lms, Learner learner, Course course, decimal? percent, DateTimeOffset? at = null, long? attempt = null)
    {
        var entry = new GradebookEntry(
            learner, course, percent, at ?? time.GetUtcNow(), attempt ?? Interlocked.Increment(ref _attempts));
        _entries[(lms, course.Code, learner.Email, percent is not null)] = entry;
        if (percent is not null)
            _taken.GetOrAdd((lms, course.Code, learner.Email), _ => new()).Enqueue(entry);
    }

    /// <summary>Every attempt of a learner, each with its own result, by its end.</summary>
    public IReadOnlyList<GradebookEntry> Attempts(string lms, Course course, Learner learner) =>
        _taken.TryGetValue((lms, course.Code, learner.Email), out var taken) ? [.. taken.OrderBy(one => one.At)] : [];

    public IReadOnlyList<GradebookEntry> Grades(string lms, Course course) => Of(lms, course, isGrade: true);

    public IReadOnlyList<GradebookEntry> Completions(string lms, Course course) => Of(lms, course, isGrade: false);

    private IReadOnlyList<GradebookEntry> Of(string lms, Course course, bool isGrade) =>
        [
            .. _entries
                .Where(entry => entry.Key.Lms == lms && entry.Key.Course == course.Code && entry.Key.IsGrade == isGrade)
                .Select(entry => entry.Value)
                .OrderBy(entry => entry.Learner.CanvasId),
        ];
}

/// <summary>
/// What to lose: the LMS notes it, and its event never leaves. <c>Score</c> in percent; without it the course is completed.
/// </summary>
internal sealed record LostEvent(string? Learner, string? Course, decimal? Score, DateTimeOffset? At);

internal static class GradebookEndpoints
{
    public static void MapGradebook(this WebApplication app) => app.MapPost("/lose/{lms:regex(^(canvas|moodle)$)}", Lose);

    private static IResult Lose(string lms, LostEvent lost, CampusData campus, Gradebook gradebook)
    {
        if (campus.FindLearner(lost.Learner) is not { } learner)
            return Results.BadRequest(new { error = "learner: no such name, e-mail, student number or LMS id." });
        if (campus.FindCourse(lost.Course) is not { } course)
            return Results.BadRequest(new { error = "course: no such code, name or id." });
        gradebook.Note(lms, learner, course, lost.Score, lost.At);
        return Results.NoContent();
    }
}
