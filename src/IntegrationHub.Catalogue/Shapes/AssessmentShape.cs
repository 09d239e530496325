using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>What the summative assessment must show.</summary>
internal sealed class AssessmentShape : Shape
{
    [Required, Percent, Means("seuil de réussite, en pourcentage", "pass threshold, in percent")]
    public Located<decimal>? PassThreshold { get; set; }

    [Means(
        "quelle tentative compte\u00a0: best, last ou first (best si absent)",
        "which attempt counts: best, last or first (best if absent)")]
    public Located<AttemptChoice>? Counts { get; set; }

    [Means("lettres qui réussissent, la meilleure d’abord", "letters that pass, the best first")]
    public List<Located<string>>? PassingLetters { get; set; }

    [Means("composantes, chacune à réussir", "components, each of which must be passed")]
    public List<ComponentShape>? Components { get; set; }

    [Means("jours où l’évaluation compte", "days on which the assessment counts")]
    public WindowShape? Window { get; set; }

    [Means(
        "si la plateforme ne laisse terminer le cours qu’avec la note minimale (non si absent)",
        "whether the LMS lets learners complete the course only if they reach the threshold (no if absent)")]
    public Located<bool>? EnforcedByLms { get; set; }

    [FromOne, Means("nombre habituel de tentatives (2 si absent)", "usual number of attempts (2 if absent)")]
    public Located<int>? Attempts { get; set; }

    [Means("qui donne la rétroaction entre les tentatives", "who gives feedback between attempts")]
    public TextShape? FeedbackFrom { get; set; }
}

/// <summary>A component of the assessment.</summary>
internal sealed class ComponentShape : Shape
{
    [Required, DashedName, Means("nom court, p. ex. pratique", "short name, e.g. practical")]
    public Located<string>? Name { get; set; }

    [Required, Means("titre", "title")]
    public TextShape? Title { get; set; }

    [
        Percent,
        Means(
            "note minimale de cette composante; celle de l’évaluation si absente",
            "lowest score that passes this component; the assessment’s if absent")
    ]
    public Located<decimal>? PassThreshold { get; set; }
}

/// <summary>The days on which an assessment counts.</summary>
internal sealed class WindowShape : Shape
{
    [Means("premier jour", "first day")]
    public Located<DateOnly>? First { get; set; }

    [Means("dernier jour", "last day")]
    public Located<DateOnly>? Last { get; set; }

    [FromOne, Means("jours de grâce après le dernier jour", "grace days after the last day")]
    public Located<int>? GraceDays { get; set; }
}
