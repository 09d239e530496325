using IntegrationHub.Catalogue.Texts;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>The fifteen elements of the critical information summary (toolkit, chapter 11) of one entry, under their fixed names.</summary>
public static class FifteenElements
{
    /// <summary>Their names, in the toolkit's order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "title",
        "provider",
        "dateAwarded",
        "description",
        "learningOutcomes",
        "participation",
        "credits",
        "learningPeriod",
        "prerequisites",
        "resources",
        "assessment",
        "supervision",
        "qualityAssurance",
        "outcome",
        "stacking",
    ];

    /// <summary>
    /// What an entry says under a name; null where it says nothing. Date awarded belongs to an award: in a catalogue it says so.
    /// </summary>
    public static BilingualText? Of(string name, Institution institution, MicroCredential entry)
    {
        var summary = entry.Summary;
        return name switch
        {
            "title" => summary.Title,
            "provider" => institution.Name,
            "dateAwarded" => CatalogueTexts.Both("catalogue.dateAwarded"),
            "description" => summary.Description,
            "learningOutcomes" => summary.LearningOutcomes.Count == 0
                ? null
                : Text.Each(language => string.Join("\n", summary.LearningOutcomes.Select(outcome => outcome.Text.In(language)))),
            "participation" => summary.Participation,
            "credits" => Credits(entry),
            "learningPeriod" => Period(entry),
            "prerequisites" => summary.Prerequisites,
            "resources" => summary.Resources,
            "assessment" => Assessment(entry),
            "supervision" => summary.Supervision,
            "qualityAssurance" => summary.QualityAssurance?.Name,
            "outcome" => summary.Outcome,
            "stacking" => summary.Stacking,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such element."),
        };
    }

    /// <summary>The names of the elements that an entry says nothing of.</summary>
    public static IReadOnlyList<string> Missing(Institution institution, MicroCredential entry) =>
        [.. Names.Where(name => Of(name, institution, entry) is null)];

    private static BilingualText Credits(MicroCredential entry) => entry.Summary.Credits is { } credits
        ? Text.Each(language => $"{credits.ToString("0.##", Text.Culture(language))} {entry.CreditUnit?.In(language)}".TrimEnd())
        : CatalogueTexts.Both("credential.noCredits");

    private static BilingualText? Period(MicroCredential entry)
    {
        var parts = new List<BilingualText>();
        if (entry.Summary.Hours is { } hours)
            parts.Add(
                Text.Each(language => CatalogueTexts.In(language, "catalogue.hours", hours.ToString("0.##", Text.Culture(language)))));
        parts.AddRange(
            entry
                .Offerings.Select(offering => offering.Period)
                .OfType<LearningPeriod>()
                .Distinct()
                .Select(period => new BilingualText(
                    $"{period.Start:yyyy-MM-dd} – {period.End:yyyy-MM-dd}",
                    $"{period.Start:yyyy-MM-dd} – {period.End:yyyy-MM-dd}")));
        return parts.Count == 0 ? null : Text.Each(language => string.Join("; ", parts.Select(part => part.In(language))));
    }

    private static BilingualText? Assessment(MicroCredential entry)
    {
        var parts = new List<BilingualText>();
        if (entry.Summary.AssessmentType is { } type)
            parts.Add(type);
        if (entry.Assessment is { } assessment)
            parts.Add(
                Text.Each(language =>
                    CatalogueTexts.In(
                        language,
                        "catalogue.threshold",
                        Figures.Exact(assessment.PassThreshold, Text.Culture(language)),
                        assessment.Attempts)));
        return entry.Summary.AssessmentType is null && entry.Assessment is null
            ? null
            : Text.Each(language => string.Join("; ", parts.Select(part => part.In(language))));
    }
}
