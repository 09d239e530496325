using System.Collections.ObjectModel;

namespace IntegrationHub.Core.MicroCredentials;

/// <summary>An LMS course, and in it the summative assessment, that leads to a micro-credential.</summary>
/// <param name="Source">Name of the institution's source.</param>
/// <param name="Course">The LMS's own course id, or its SIS course id, as the LMS sends it; <c>badge/4</c> for a badge that Moodle awards.</param>
/// <param name="Assessment">The LMS's id of the summative assessment (Canvas: assignment id; Moodle: path of the activity's page, e.g. <c>/mod/quiz/view.php?id=31</c>); null where scores of single assessments do not count.</param>
/// <param name="Period">When the course takes place; null where it has no fixed days.</param>
public sealed record Offering(string Source, string Course, string? Assessment = null, LearningPeriod? Period = null)
{
    /// <summary>Whether it is the assessment alone, for learners who did not take the course (toolkit, chapter 8: PLAR / ERA).</summary>
    public bool IsPriorLearning { get; init; }

    /// <summary>The LMS's ids of the components' assessments, by the component's name; empty where <see cref="Assessment"/> is the only one.</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Every assessment whose scores count.</summary>
    public IEnumerable<string> Assessments() => Assessment is null ? Components.Values : Components.Values.Prepend(Assessment);

    /// <summary>The component that an assessment is; null where it is none.</summary>
    public string? ComponentOf(string? assessment) =>
        Components.FirstOrDefault(component => component.Value == assessment) is { Key: { } name } ? name : null;
}

/// <summary>A period of learning.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
public sealed record LearningPeriod(DateOnly Start, DateOnly End);
