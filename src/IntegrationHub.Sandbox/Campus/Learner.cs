using System.Globalization;

namespace IntegrationHub.Sandbox.Campus;

/// <summary>Without a person the learner is known to the LMS only, not to the SIS.</summary>
internal sealed record Learner(
    Guid? Person, string? StudentNumber, string Given, string Family, string Email, string Language,
    long CanvasId, long MoodleId, Guid? EntraId)
{
    public string Name => $"{Given} {Family}";

    /// <summary>How the learner signs in, at the LMSs as in the directory.</summary>
    public string Login => StudentNumber is null ? Email.Split('@')[0] : $"s{StudentNumber}";

    public bool IsCalled(string text, long canvasShard) =>
        string.Equals(Name, text, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Email, text, StringComparison.OrdinalIgnoreCase)
        || StudentNumber == text
        || (long.TryParse(text, CultureInfo.InvariantCulture, out var id)
            && (CanvasId == id || MoodleId == id || canvasShard + CanvasId == id));

    public static Learner Invented(int number)
    {
        var studentNumber = (901_000_000 + number).ToString(CultureInfo.InvariantCulture);
        return new(
            CampusData.GuidFrom("person", studentNumber), studentNumber, "Camille", $"Essai {number}",
            $"camille.essai{number}@example.ca", number % 2 == 0 ? "fr" : "en", 100_000 + number, 200_000 + number, null);
    }
}
