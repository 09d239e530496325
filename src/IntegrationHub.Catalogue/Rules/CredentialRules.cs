using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What an entry must say for a valid credential: Open Badges 3.0 requires criteria, and a badge has only so much room.</summary>
internal static class CredentialRules
{
    public static void Check(MicroCredentialShape entry, BadgeShape badge, FaultList faults)
    {
        if (entry.Summary is not { } summary)
            return;
        if (summary.LearningOutcomes is null or { Count: 0 })
            Incomplete(summary, "learningOutcomes", faults);
        if (summary.AssessmentType is null)
            Incomplete(summary, "assessmentType", faults);
        foreach (var (text, most) in Texts(summary, badge))
        {
            CheckText(text?.Fr, most, faults);
            CheckText(text?.En, most, faults);
        }
    }

    private static IEnumerable<(TextShape? Text, int Most)> Texts(SummaryShape summary, BadgeShape badge) =>
    [
        (summary.Title, 120), (summary.Description, 2000), (summary.AssessmentType, 1000), (badge.FieldOfStudy, 120),
        .. (summary.LearningOutcomes ?? []).Select(outcome => ((TextShape?)outcome, 500)),
        .. (summary.LearningOutcomes ?? []).SelectMany(outcome => outcome.Alignments ?? []).Select(alignment => (alignment.Name, 200)),
    ];

    private static void Incomplete(SummaryShape summary, string key, FaultList faults) =>
        faults.Add(
            summary.Place,
            "credential-incomplete",
            new(
                $"Un titre émis par le carrefour a besoin de «\u00a0{key}\u00a0», qui manque au sommaire.",
                $"A credential issued by the hub needs “{key}”, which is missing from the summary."),
            new($"Ajoutez «\u00a0{key}\u00a0» sous «\u00a0summary\u00a0».", $"Add “{key}” under “summary”."));

    private static void CheckText(Located<string>? text, int most, FaultList faults)
    {
        if (text?.Value.Trim() is not { } value)
            return;
        if (value.Length > most)
            faults.Add(
                text.Place,
                "text-length",
                new(
                    $"Ce texte a {value.Length} caractères\u00a0: un titre n’en montre que {most} ici.",
                    $"This text has {value.Length} characters: a credential shows only {most} here."),
                new("Raccourcissez-le. Mettez le reste sur votre site.", "Shorten it. Put the rest on your website."));
        if (value.Any(character => char.IsControl(character) && character is not '\n'))
            faults.Add(
                text.Place,
                "text-control",
                new("Ce texte contient un caractère invisible.", "This text contains an invisible character."),
                new("Écrivez la ligne de nouveau, sans la coller.", "Type the line again instead of pasting it."));
    }
}
