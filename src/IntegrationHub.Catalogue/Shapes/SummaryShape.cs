using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>The critical information summary (toolkit, chapter 11).</summary>
internal sealed class SummaryShape : Shape
{
    [Required, Means("titre", "title")]
    public TextShape? Title { get; set; }

    [Required, Means("description du contenu et du but", "description of content and purpose")]
    public TextShape? Description { get; set; }

    [Means("résultats d’apprentissage", "learning outcomes")]
    public List<LearningOutcomeShape>? LearningOutcomes { get; set; }

    [Means("mode de participation\u00a0: en ligne, sur place, les deux", "mode of participation: online, on site, both")]
    public TextShape? Participation { get; set; }

    [AboveZero, Means("crédits; absent s’il n’y en a pas", "credits; absent where there are none")]
    public Located<decimal>? Credits { get; set; }

    [AboveZero, Means("heures d’apprentissage", "hours of learning")]
    public Located<decimal>? Hours { get; set; }

    [Means("préalables", "prerequisites")]
    public TextShape? Prerequisites { get; set; }

    [Means("ressources d’apprentissage", "learning resources")]
    public TextShape? Resources { get; set; }

    [Means("type d’évaluation", "type of assessment")]
    public TextShape? AssessmentType { get; set; }

    [Means("surveillance et vérification de l’identité", "supervision and identity verification")]
    public TextShape? Supervision { get; set; }

    [Means("organisme d’assurance de la qualité", "quality assurance body")]
    public QualityShape? QualityAssurance { get; set; }

    [Means(
        "résultat pour la personne apprenante\u00a0: admission, crédit, certification, insigne",
        "result for the learner: admission, credit, certification, badge")]
    public TextShape? Outcome { get; set; }

    [Means("intégration et cumul", "integration and stacking options")]
    public TextShape? Stacking { get; set; }
}
