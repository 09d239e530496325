using System.Globalization;

namespace IntegrationHub.Sandbox.Campus;

internal sealed record Course(
    string Code, Bilingual Name, long CanvasId, string? CanvasSisId, long AssignmentId, decimal PointsPossible,
    long MoodleId, long QuizCmid, decimal QuizMax, Guid Section, string BadgeClass)
{
    public bool IsCalled(string text) =>
        string.Equals(Code, text, StringComparison.OrdinalIgnoreCase)
        || CanvasSisId == text
        || string.Equals(Name.Fr, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Name.En, text, StringComparison.OrdinalIgnoreCase)
        || (Guid.TryParse(text, out var section) && section == Section)
        || (long.TryParse(text, CultureInfo.InvariantCulture, out var id) && (CanvasId == id || MoodleId == id));
}
