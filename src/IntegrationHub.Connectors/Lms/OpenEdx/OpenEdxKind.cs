using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.OpenEdx;

/// <summary>What Open edX is to institutions’ files and to those who connect it.</summary>
internal static class OpenEdxKind
{
    public static SourceKind Kind { get; } = new("openedx", new("Open edX", "Open edX"))
    {
        Authentications = [AuthenticationSchemes.SecretAddress],
        Settings =
        [
            Setting.Optional(LmsSite.Hosts, "les hôtes de votre Open edX", "your Open edX’s hosts"),
        ],
        Course = new("la clé du cours, p. ex. course-v1:LacNord+DON110+2026", "the course key, e.g. course-v1:LacNord+DON110+2026"),
        Assessment = new(
            "le bloc (usage key) de la sous-section, p. ex. block-v1:LacNord+DON110+2026+type@sequential+block@a2184f8e",
            "the subsection’s usage key, e.g. block-v1:LacNord+DON110+2026+type@sequential+block@a2184f8e"),
        AssessmentId = AssessmentIds.OfOpenEdx,
        Guide =
        [
            new(new("Open edX, event-routing-backends", "Open edX, event-routing-backends"))
            {
                Authentications = [AuthenticationSchemes.Basic, AuthenticationSchemes.Bearer],
                BeforeProof =
                [
                    new(
                        "Dans Django admin d’Open edX, ouvrez Event_Routing_Backends → Router configurations et ajoutez une "
                            + "configuration\u00a0: backend xapi (ou caliper), Route url\u00a0: {0}",
                        "In Open edX’s Django admin, open Event_Routing_Backends → Router configurations and add a configuration: "
                            + "backend xapi (or caliper), Route url: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.Basic] = new(
                        "Sous Auth scheme, choisissez Basic; Username est la valeur du réglage {1}, Password celle de {2}.",
                        "Under Auth scheme, choose Basic; Username is the value of the setting {1}, Password that of {2}."),
                    [AuthenticationSchemes.Bearer] = new(
                        "Sous Auth scheme, choisissez Bearer; Auth key est la valeur du réglage {1}.",
                        "Under Auth scheme, choose Bearer; Auth key is the value of the setting {1}."),
                },
                AfterProof =
                [
                    new(
                        "Pour que le carrefour puisse reconnaître les personnes, réglez XAPI_AGENT_IFI_TYPE à mbox; sinon, elles "
                            + "restent des UUID anonymes.",
                        "For identifiers that the hub can match, set XAPI_AGENT_IFI_TYPE to mbox; otherwise, learners remain "
                            + "anonymous UUIDs."),
                    new("Cochez Enabled et enregistrez.", "Tick Enabled and save."),
                ],
            },
            new(new("Open edX, openedx-webhooks", "Open edX, openedx-webhooks"))
            {
                BeforeProof =
                [
                    new(
                        "Installez openedx-webhooks (OPENEDX_EXTRA_PIP_REQUIREMENTS de Tutor) et lancez les migrations. Dans "
                            + "Django admin, ouvrez OPENEDX_WEBHOOKS → Webhooks et ajoutez un webhook par événement.",
                        "Install openedx-webhooks (Tutor’s OPENEDX_EXTRA_PIP_REQUIREMENTS) and run the migrations. In Django "
                            + "admin, open OPENEDX_WEBHOOKS → Webhooks and add one webhook per event."),
                    new("Collez cette adresse sous Webhook URL\u00a0: {0}", "Paste this address under Webhook URL: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.SecretAddress] = new(
                        "Ce module n’authentifie pas ses envois. Dans l’adresse, remplacez {1} par la valeur de ce réglage\u00a0: "
                            + "quiconque connaît l’adresse peut envoyer.",
                        "This plugin does not authenticate its deliveries. In the address, replace {1} with the value of that "
                            + "setting: anyone who knows the address can send."),
                },
                AfterProof =
                [
                    new(
                        "Choisissez les événements CERTIFICATE_CREATED, CERTIFICATE_CHANGED et CERTIFICATE_REVOKED, "
                            + "COURSE_PASSING_STATUS_UPDATED pour la réussite du cours et PERSISTENT_GRADE_SUMMARY_CHANGED pour "
                            + "les notes.",
                        "Choose the events CERTIFICATE_CREATED, CERTIFICATE_CHANGED and CERTIFICATE_REVOKED, "
                            + "COURSE_PASSING_STATUS_UPDATED for the pass and PERSISTENT_GRADE_SUMMARY_CHANGED for grades."),
                    new(
                        "Cochez Enabled et enregistrez. Ce module n’essaie qu’une fois.",
                        "Tick Enabled and save. This plugin tries only once."),
                ],
                Trigger = new(
                    "Dans Open edX, générez de nouveau le certificat d’une personne apprenante d’essai.",
                    "In Open edX, regenerate a test student’s certificate."),
            },
        ],
    };
}
