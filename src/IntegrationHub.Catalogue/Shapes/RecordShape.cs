using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>What is written to the SIS.</summary>
internal sealed class RecordShape : Shape
{
    [Required, Means("sectionGrade, nonCourse, academicAward, coCurricular, batchFile ou none", "sectionGrade, nonCourse, academicAward, coCurricular, batchFile or none")]
    public Located<RecordTargetKind>? Kind { get; set; }

    [Means("la section (Ethos : un GUID)", "the section (Ethos: a GUID)")]
    public Located<string>? Section { get; set; }

    [Means("la note qui veut dire réussite (Ethos : un GUID)", "the grade that means pass (Ethos: a GUID)")]
    public Located<string>? Grade { get; set; }

    [Means("le type de note, finale (Ethos : un GUID)", "the grade type, final (Ethos: a GUID)")]
    public Located<string>? GradeType { get; set; }

    [Means("le code de l'inscription, sauf pour une note de section", "the code of the record, except for a section grade")]
    public Located<string>? Code { get; set; }

    [Means("la note qui retire une réussite (Ethos : un GUID) ; à la main si absente", "the grade that takes a pass back (Ethos: a GUID); by hand if absent")]
    public Located<string>? WithdrawnGrade { get; set; }
}
