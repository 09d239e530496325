using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>What a learner can do afterwards.</summary>
internal sealed class LearningOutcomeShape : TextShape
{
    [Means("compétences correspondantes de référentiels publics", "corresponding skills of public frameworks")]
    public List<AlignmentShape>? Alignments { get; set; }
}

/// <summary>A skill of a public framework.</summary>
internal sealed class AlignmentShape : Shape
{
    [Required, Means("référentiel\u00a0: ESCO, OSN, ISCO-08, CTDL…", "framework: ESCO, OSN, ISCO-08, CTDL…")]
    public Located<string>? Framework { get; set; }

    [Means("code dans le référentiel", "code in the framework")]
    public Located<string>? Code { get; set; }

    [Required, Means("nom dans le référentiel", "name in the framework")]
    public TextShape? Name { get; set; }

    [Required, WebAddress, Means("adresse complète", "complete address")]
    public Located<string>? Url { get; set; }
}

/// <summary>Who vouches for the quality.</summary>
internal sealed class QualityShape : TextShape
{
    [WebAddress, Means("adresse de l’organisme", "the body’s address")]
    public Located<string>? Url { get; set; }
}
