using System.Collections.ObjectModel;
using System.Text.RegularExpressions;

namespace IntegrationHub.Core.Model.MicroCredentials;

/// <summary>An LMS course, and in it the summative assessment, that leads to a micro-credential.</summary>
/// <param name="Source">Name of the institution's source.</param>
/// <param name="Course">The LMS's own course id, its SIS course id or its code, as the LMS sends it (<c>badge/4</c> for a badge that Moodle
/// awards); with <see cref="TermMark"/> in the place of the term where every term has a course of its own.</param>
/// <param name="Assessment">The LMS's id of the summative assessment (Canvas: assignment id; Moodle: path of the activity's page, e.g.
/// <c>/mod/quiz/view.php?id=31</c>); null where scores of single assessments do not count.</param>
/// <param name="Period">When the course takes place; null where it has no fixed days.</param>
public sealed record Offering(string Source, string Course, string? Assessment = null, LearningPeriod? Period = null)
{
    /// <summary>What stands in <see cref="Course"/> for the term.</summary>
    public const string TermMark = "{term}";

    /// <summary>What the ids of its courses look like, one for each term; null where it is one course.</summary>
    public Regex? Terms { get; init; }

    /// <summary>Whether one of a course's ids is the offering's.</summary>
    public bool IsOf(IEnumerable<string> courses) => Terms is { } terms ? courses.Any(terms.IsMatch) : courses.Contains(Course);

    /// <summary>The pattern of the ids that an offering's course stands for.</summary>
    /// <param name="course">The course, with <see cref="TermMark"/> once.</param>
    /// <param name="term">What the institution's terms look like, e.g. <c>\d{4}(H|E|A)</c>.</param>
    /// <exception cref="ArgumentException">The term is no pattern that can be matched without backtracking.</exception>
    public static Regex PatternOf(string course, string term) =>
        Patterns.Compile($@"\A{string.Join($"(?:{term})", course.Split(TermMark).Select(Regex.Escape))}\z");

    /// <summary>Whether it is the assessment alone, for learners who did not take the course (toolkit, chapter 8: PLAR / ERA).</summary>
    public bool IsPriorLearning { get; init; }

    /// <summary>
    /// The LMS's ids of the components' assessments, by the component's name; empty where <see cref="Assessment"/> is the only one.
    /// </summary>
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
