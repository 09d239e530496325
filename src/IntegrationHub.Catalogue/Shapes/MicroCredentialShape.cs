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

    [Means("identifiant de l'insigne sur la plateforme (Badgr : entityId de la classe)", "the platform's id of the badge (Badgr: the badge class's entityId)")]
    public Located<string>? BadgeClass { get; set; }

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
}
