using IntegrationHub.Core.Model.Completions;
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
            Setting.Optional(LmsSite.Hosts, "les hôtes des comptes de la source", "the hosts of the source’s accounts"),
            Setting.Optional(
                "homePage",
                "la page d’accueil (homePage) des comptes de la source",
                "the home page (homePage) of the source’s accounts"),
        ],
        Course = new("l’IRI de l’activité ou sa dernière partie", "the activity’s IRI or its last part"),
        Assessment = new("l’IRI de l’activité évaluée", "the IRI of the assessed activity"),
        AssessmentId = AssessmentIds.OfXApi,
        Guide =
        [
            new(new("xAPI", "xAPI"))
            {
                BeforeProof =
                [
                    new(
                        "Dans le système expéditeur, donnez cette adresse au LRS (endpoint); le système y ajoute "
                            + "/statements\u00a0: {0}",
                        "In the sending system, enter this address as the LRS endpoint; the system adds /statements: {0}"),
                ],
                AfterProof =
                [
                    new(
                        "Choisissez la version 1.0.3 ou 2.0 d’xAPI; l’expéditeur doit l’annoncer dans X-Experience-API-Version.",
                        "Choose xAPI version 1.0.3 or 2.0; the sender must state it in X-Experience-API-Version."),
                    new(
                        "Pour le cours, envoyez au moins completed, passed, mastered (ou satisfied de cmi5), avec l’heure "
                            + "(timestamp).",
                        "For the course, send at least completed, passed, mastered (or cmi5’s satisfied), with the timestamp."),
                ],
            },
        ],
    };
}
