using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>What is written to the SIS.</summary>
internal sealed class RecordShape : Shape
{
    [
        Required,
        Means(
            "sectionGrade, nonCourse, academicAward, coCurricular, batchFile ou none",
            "sectionGrade, nonCourse, academicAward, coCurricular, batchFile or none")
    ]
    public Located<RecordTargetKind>? Kind { get; set; }

    [RecordMeans("section", "la section", "the section")]
    public Located<string>? Section { get; set; }

    [RecordMeans("grade", "la note qui veut dire réussite", "the grade that means pass")]
    public Located<string>? Grade { get; set; }

    [RecordMeans("gradeType", "le type de note (finale)", "the grade type (final)")]
    public Located<string>? GradeType { get; set; }

    [RecordMeans("code", "le code de l’inscription, sauf pour une note de section", "the code of the record, except for a section grade")]
    public Located<string>? Code { get; set; }

    [RecordMeans(
        "withdrawnGrade",
        "la note qui retire une réussite; si absente, une personne corrige le dossier à la main",
        "the grade that withdraws a pass; if absent, a person corrects the record by hand")]
    public Located<string>? WithdrawnGrade { get; set; }

    /// <summary>What is given, by the name of its member.</summary>
    public IReadOnlyDictionary<string, Located<string>> Given() =>
        new Dictionary<string, Located<string>?>
        {
            ["section"] = Section,
            ["grade"] = Grade,
            ["gradeType"] = GradeType,
            ["code"] = Code,
            ["withdrawnGrade"] = WithdrawnGrade,
        }
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => member.Value!);
}
