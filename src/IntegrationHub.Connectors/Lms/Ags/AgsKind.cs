using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.Ags;

/// <summary>What a tool that forwards LTI scores is to institutions’ files and to those who connect it.</summary>
internal static class AgsKind
{
    public static SourceKind Kind { get; } = new("ags", new("Notes LTI (AGS)", "LTI scores (AGS)"))
    {
        Authentications = [AuthenticationSchemes.Basic],
        Settings =
        [
            Setting.Optional("course", "le cours, si l’outil n’envoie pas contextId", "the course, if the tool sends no contextId"),
            Setting.Optional(
                "assessment",
                "l’évaluation, si l’outil n’envoie pas lineItem",
                "the assessment, if the tool sends no lineItem"),
        ],
        Course = new("le contextId que l’outil envoie", "the contextId that the tool sends"),
        Assessment = new("le lineItem que l’outil envoie", "the lineItem that the tool sends"),
        Guide =
        [
            new(new("Notes LTI (Assignment and Grade Services)", "LTI scores (Assignment and Grade Services)"))
            {
                BeforeProof =
                [
                    new(
                        "Réglez l’outil pour qu’il fasse suivre à cette adresse chaque objet Score qu’il envoie à la "
                            + "plateforme\u00a0: {0}",
                        "Set the tool to forward each Score object that it sends to the platform to this address: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Gardez userId, scoreGiven, scoreMaximum, timestamp, activityProgress et gradingProgress. Seul FullyGraded "
                            + "compte; sans scoreGiven, il retire la note, tout comme NotReady avec Initialized.",
                        "Keep userId, scoreGiven, scoreMaximum, timestamp, activityProgress and gradingProgress. Only FullyGraded "
                            + "counts; without scoreGiven, it withdraws the grade, as does NotReady with Initialized."),
                    new(
                        "Dans le catalogue, nommez l’élément de note (line item) comme l’outil le nomme.",
                        "In the catalogue, give the line item the name that the tool uses."),
                ],
            },
        ],
    };
}
