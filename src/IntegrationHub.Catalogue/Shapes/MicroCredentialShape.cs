using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary><c>{institution}/micro-credentials/{code}.yaml</c>.</summary>
internal sealed class MicroCredentialShape : Shape
{
    [Required, FromOne, Means("version, à partir de 1 ; l'attribution garde celle de son moment", "version, from 1; an award keeps the one it was earned under")]
    public Located<int>? Version { get; set; }

    [Required, Means("le sommaire des renseignements essentiels", "the critical information summary")]
    public SummaryShape? Summary { get; set; }

    [Required, Means("comment la maîtrise est démontrée", "how mastery is shown")]
    public AssessmentShape? Assessment { get; set; }

    [Required, Means("ce qui est inscrit au dossier du registraire", "what is written to the registrar's record")]
    public RecordShape? Record { get; set; }

    [Means("l'insigne ; absent si aucun n'est émis", "the badge; absent where none is issued")]
    public BadgeShape? Badge { get; set; }

    [Means("durée de validité, p. ex. 36 months ou 3 years ; absente si le titre n'expire pas", "how long it stays valid, e.g. 36 months or 3 years; absent where it does not expire")]
    public Located<Validity>? ValidFor { get; set; }

    [Required, Means("les cours qui y mènent", "the courses that lead to it")]
    public List<OfferingShape>? Offerings { get; set; }
}

/// <summary>What the summative assessment must show.</summary>
internal sealed class AssessmentShape : Shape
{
    [Required, Percent, Means("note minimale qui réussit, en pourcentage", "lowest score that passes, in percent")]
    public Located<decimal>? PassThreshold { get; set; }

    [Means("si la plateforme ne laisse terminer le cours qu'avec la note minimale (non si absent)", "whether the LMS lets a learner complete only with the threshold reached (no if absent)")]
    public Located<bool>? EnforcedByLms { get; set; }

    [FromOne, Means("nombre habituel de tentatives (2 si absent)", "attempts that are the norm (2 if absent)")]
    public Located<int>? Attempts { get; set; }

    [Means("qui donne la rétroaction entre les tentatives", "who gives feedback between attempts")]
    public TextShape? FeedbackFrom { get; set; }
}

/// <summary>What is written to the SIS.</summary>
internal sealed class RecordShape : Shape
{
    [Required, Means("sectionGrade, nonCourse ou none", "sectionGrade, nonCourse or none")]
    public Located<RecordTargetKind>? Kind { get; set; }

    [Means("la section (Ethos : un GUID)", "the section (Ethos: a GUID)")]
    public Located<string>? Section { get; set; }

    [Means("la note qui veut dire réussite (Ethos : un GUID)", "the grade that means pass (Ethos: a GUID)")]
    public Located<string>? Grade { get; set; }

    [Means("le type de note, finale (Ethos : un GUID)", "the grade type, final (Ethos: a GUID)")]
    public Located<string>? GradeType { get; set; }

    [Means("le code de l'inscription hors cours", "the code of the non-course record")]
    public Located<string>? Code { get; set; }
}

/// <summary>A course that leads to the micro-credential.</summary>
internal sealed class OfferingShape : Shape
{
    [Required, Means("nom d'une source de l'établissement", "name of a source of the institution")]
    public Located<string>? Source { get; set; }

    [Required, Means("identifiant du cours, tel que la plateforme l'envoie", "id of the course as the LMS sends it")]
    public Located<string>? Course { get; set; }

    [Means("identifiant de l'évaluation sommative (Canvas : le devoir ; Moodle : le chemin de la page)", "id of the summative assessment (Canvas: the assignment; Moodle: path of the page)")]
    public Located<string>? Assessment { get; set; }

    [Means("période d'apprentissage", "period of learning")]
    public PeriodShape? Period { get; set; }
}

/// <summary>When a course takes place.</summary>
internal sealed class PeriodShape : Shape
{
    [Required, Means("premier jour, p. ex. 2026-01-12", "first day, e.g. 2026-01-12")]
    public Located<DateOnly>? Start { get; set; }

    [Required, Means("dernier jour, p. ex. 2026-03-20", "last day, e.g. 2026-03-20")]
    public Located<DateOnly>? End { get; set; }
}
