using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Lms;

/// <summary>What an LMS is asked about one course.</summary>
/// <param name="Course">The course.</param>
/// <param name="Assessments">The LMS's ids of the assessments whose results count.</param>
/// <param name="Window">When they were completed or graded.</param>
public sealed record Inquiry(LmsCourse Course, IReadOnlyList<string> Assessments, Period Window);

/// <summary>A part of the answer.</summary>
/// <param name="Completions">Completions and results in the window, without ids of events: an API has none.</param>
/// <param name="Next">Where the next part begins; null after the last.</param>
public sealed record AnswerPart(IReadOnlyList<Completion> Completions, string? Next)
{
    /// <summary>What the LMS did not show, with what helps; empty where it showed all that was asked.</summary>
    public IReadOnlyList<BilingualText> Unseen { get; init; } = [];
}
