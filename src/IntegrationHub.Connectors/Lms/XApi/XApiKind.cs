using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Lms.XApi;

/// <summary>What a sender of xAPI is to institutions’ files and to those who connect it.</summary>
internal static class XApiKind
{
    public static SourceKind Kind { get; } = new("xapi", new("xAPI", "xAPI"))
    {
        Authentications = [AuthenticationSchemes.Basic],
        Settings =
        [
            Setting.Optional(
                "homePage",
                "la page d’accueil des comptes qui sont ceux de la source",
                "the home page of the accounts that are the source’s own"),
        ],
        Course = new("l’IRI de l’activité ou sa dernière partie", "the activity’s IRI or its last part"),
        Assessment = new("l’IRI de l’activité évaluée", "the IRI of the assessed activity"),
        Guide =
        [
            new(new("xAPI", "xAPI"))
            {
                BeforeProof =
                [
                    new(
                        "Chez l’expéditeur, donnez comme adresse du LRS (endpoint); il y ajoute /statements\u00a0: {0}",
                        "At the sender’s, give as LRS endpoint; it adds /statements to it: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Choisissez la version 1.0.3 ou 2.0 d’xAPI; l’expéditeur doit l’annoncer dans X-Experience-API-Version.",
                        "Choose version 1.0.3 or 2.0 of xAPI; the sender must say it in X-Experience-API-Version."),
                    new(
                        "Envoyez au moins completed, passed, mastered (ou satisfied de cmi5) sur le cours, avec l’heure (timestamp).",
                        "Send at least completed, passed, mastered (or cmi5’s satisfied) about the course, with the timestamp."),
                ],
            },
        ],
    };
}
