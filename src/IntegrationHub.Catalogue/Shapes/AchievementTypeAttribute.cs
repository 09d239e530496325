using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>The achievement types of Open Badges 3.0, or one of an extension.</summary>
internal sealed class AchievementTypeAttribute()
    : PatternAttribute("achievement-type", $"^({string.Join('|', Known)}|ext:[A-Za-z0-9._-]+)$")
{
    private static readonly string[] Known =
    [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge", "BachelorDegree",
        "Certificate", "CertificateOfCompletion", "Certification", "CommunityService", "Competency", "Course", "CoCurricular", "Degree",
        "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment", "JourneymanCertificate", "LearningProgram", "License",
        "Membership", "ProfessionalDoctorate", "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential",
        "ResearchDoctorate", "SecondarySchoolDiploma",
    ];

    public override BilingualText Remedy => new(
        $"Prenez un type d’Open Badges 3.0 ({string.Join(", ", Known)}) ou le vôtre sous la forme ext:Nom.",
        $"Use a type of Open Badges 3.0 ({string.Join(", ", Known)}) or your own in the form ext:Name.");
}
