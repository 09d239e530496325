using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary><c>{institution}/micro-credentials/{code}.yaml</c>.</summary>
internal sealed class MicroCredentialShape : Shape
{
    [
        Required,
        FromOne,
        Means(
            "version, à partir de 1; l’attribution garde celle de son moment",
            "version, from 1; an award keeps the one it was earned under")
    ]
    public Located<int>? Version { get; set; }

    [Means(
        "premier jour de cette version, p. ex. 2026-09-01; nécessaire à partir de la version 2",
        "first day of this version, e.g. 2026-09-01; needed from version 2 on")]
    public Located<DateOnly>? Since { get; set; }

    [Required, Means("le sommaire des renseignements essentiels", "the critical information summary")]
    public SummaryShape? Summary { get; set; }

    [Means(
        "comment la maîtrise est démontrée; absent si le cumul seul y mène",
        "how mastery is shown; absent where stacking alone earns it")]
    public AssessmentShape? Assessment { get; set; }

    [Means("ce qu’il faut cumuler, chaque entrée (jalon)", "what must be stacked, every entry (milestone)")]
    public List<StackShape>? Stacks { get; set; }

    [Means("codes des micro-titres à détenir d’abord", "codes of the micro-credentials to hold first")]
    public List<Located<string>>? PrerequisiteCodes { get; set; }

    [Means(
        "quand une personne doit approuver; selon la politique de l’établissement si absent",
        "when a person must approve; by the institution’s policy if absent")]
    public ApprovalShape? Approval { get; set; }

    [Required, Means("inscription au relevé de notes", "transcript entry")]
    public RecordShape? Record { get; set; }

    [Means("l’insigne; absent si aucun n’est émis", "the badge; absent where none is issued")]
    public BadgeShape? Badge { get; set; }

    [Means(
        "durée de validité, p. ex. 36 months ou 3 years; absente si le titre n’expire pas",
        "validity period, e.g. 36 months or 3 years; absent if it does not expire")]
    public Located<Validity>? ValidFor { get; set; }

    [
        FromOne,
        Means(
            "jours avant la fin à partir desquels une nouvelle évaluation renouvelle",
            "days before expiry from which a new assessment renews it")
    ]
    public Located<int>? RenewalDays { get; set; }

    [Means(
        "premier jour de chaque phase, et dernier jour d’attribution (sunset)",
        "first day of each phase, and the last day of awarding (sunset)")]
    public LifeCycleShape? LifeCycle { get; set; }

    [Means("unité des crédits, p. ex. crédits ou UEC", "unit of the credits, e.g. credits or CEU")]
    public TextShape? CreditUnit { get; set; }

    [Means(
        "position par rapport au cadre provincial des titres de compétences",
        "position in relation to the provincial qualifications framework")]
    public FrameworkShape? QualificationFramework { get; set; }

    [Means("approbations reçues", "approvals received")]
    public List<CatalogueApprovalShape>? Approvals { get; set; }

    [Means("organismes qui l’appuient", "bodies that endorse it")]
    public List<PartnerShape>? Endorsers { get; set; }

    [Means("partenaires", "partners")]
    public List<PartnerShape>? Partners { get; set; }

    [HttpsAddress, Means("sondage de fin d’apprentissage", "end-of-learning survey")]
    public Located<string>? Survey { get; set; }

    [Means("les cours qui y mènent; nécessaires avec une évaluation", "the courses that lead to it; needed with an assessment")]
    public List<OfferingShape>? Offerings { get; set; }
}
