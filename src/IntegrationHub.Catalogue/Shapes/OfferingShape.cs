using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>A course that leads to the micro-credential.</summary>
internal sealed class OfferingShape : Shape
{
    [Required, Means("nom d’une source de l’établissement", "name of a source of the institution")]
    public Located<string>? Source { get; set; }

    [
        Required,
        Means(
            "identifiant ou code du cours, tel que la plateforme l’envoie; {term} y tient lieu de la session",
            "id or code of the course as the LMS sends it; {term} represents the term")
    ]
    public Located<string>? Course { get; set; }

    [Means(
        "identifiant de l’évaluation sommative (Canvas\u00a0: le devoir; Moodle\u00a0: le chemin de la page)",
        "id of the summative assessment (Canvas: the assignment; Moodle: path of the page)")]
    public Located<string>? Assessment { get; set; }

    [Means("évaluations des composantes, par nom de composante", "assessments of the components, by the component’s name")]
    public Entries<Located<string>>? Components { get; set; }

    [Means(
        "si c’est l’évaluation seule, sans le cours (reconnaissance des acquis)",
        "whether it is the assessment alone, without the course (prior learning)")]
    public Located<bool>? PriorLearning { get; set; }

    [Means("période d’apprentissage", "period of learning")]
    public PeriodShape? Period { get; set; }

    /// <summary>Every assessment that it names.</summary>
    public IEnumerable<Located<string>> Assessments() =>
        (Components ?? []).Select(component => component.Value).Concat(Assessment is null ? [] : [Assessment]);

    /// <summary>The assessments whose scores it claims; null for the course as a whole.</summary>
    public IEnumerable<string?> Claimed() =>
        Components is { } components
            ? components.Select(component => (string?)component.Value.Value).Concat(Assessment is null ? [] : [Assessment.Value])
            : [Assessment?.Value];
}

/// <summary>When a course takes place.</summary>
internal sealed class PeriodShape : Shape
{
    [Required, Means("premier jour, p. ex. 2026-01-12", "first day, e.g. 2026-01-12")]
    public Located<DateOnly>? Start { get; set; }

    [Required, Means("dernier jour, p. ex. 2026-03-20", "last day, e.g. 2026-03-20")]
    public Located<DateOnly>? End { get; set; }
}
