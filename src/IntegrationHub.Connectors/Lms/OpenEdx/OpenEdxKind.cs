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
        Course = new("la clé du cours, p. ex. course-v1:LacNord+DON110+2026", "the course’s key, e.g. course-v1:LacNord+DON110+2026"),
        Assessment = new("le bloc (usage key) de la sous-section", "the usage key of the subsection"),
        Guide =
        [
            new(new("Open edX, event-routing-backends", "Open edX, event-routing-backends"))
            {
                Authentications = [AuthenticationSchemes.Basic, AuthenticationSchemes.Bearer],
                BeforeProof =
                [
                    new(
                        "Dans Django admin d’Open edX, ouvrez Event_Routing_Backends → Router configurations et ajoutez-en une\u00a0: "
                            + "backend xapi (ou caliper), Route url\u00a0: {0}",
                        "In Open edX’s Django admin, open Event_Routing_Backends → Router configurations and add one: backend xapi "
                            + "(or caliper), Route url: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.Basic] = new(
                        "Sous Auth scheme choisissez Basic; Username est la valeur du réglage {1}, Password celle de {2}.",
                        "Under Auth scheme choose Basic; Username is the value of the setting {1}, Password that of {2}."),
                    [AuthenticationSchemes.Bearer] = new(
                        "Sous Auth scheme choisissez Bearer; Auth key est la valeur du réglage {1}.",
                        "Under Auth scheme choose Bearer; Auth key is the value of the setting {1}."),
                },
                AfterProof =
                [
                    new(
                        "Demandez des identifiants lisibles\u00a0: XAPI_AGENT_IFI_TYPE sur mbox, sinon les personnes restent des UUID "
                            + "anonymes.",
                        "Ask for identifiers that can be matched: set XAPI_AGENT_IFI_TYPE to mbox, else people stay anonymous UUIDs."),
                    new("Cochez Enabled et enregistrez.", "Tick Enabled and save."),
                ],
            },
            new(new("Open edX, openedx-webhooks", "Open edX, openedx-webhooks"))
            {
                BeforeProof =
                [
                    new(
                        "Installez openedx-webhooks (OPENEDX_EXTRA_PIP_REQUIREMENTS de Tutor), lancez les migrations, puis ouvrez "
                            + "dans Django admin OPENEDX_WEBHOOKS → Webhooks; ajoutez un webhook par événement.",
                        "Install openedx-webhooks (Tutor’s OPENEDX_EXTRA_PIP_REQUIREMENTS), run the migrations, then open "
                            + "OPENEDX_WEBHOOKS → Webhooks in Django admin; add a webhook per event."),
                    new("Collez cette adresse sous Webhook URL\u00a0: {0}", "Paste this address under Webhook URL: {0}"),
                ],
                Proofs = new Dictionary<string, BilingualText>
                {
                    [AuthenticationSchemes.SecretAddress] = new(
                        "Ce module ne prouve rien\u00a0: mettez dans l’adresse, à la place de {1}, la valeur de ce réglage. Qui "
                            + "connaît l’adresse peut envoyer.",
                        "This plugin proves nothing: put the value of the setting {1} in the place of its name in the address. Who "
                            + "knows the address may send."),
                },
                AfterProof =
                [
                    new(
                        "Choisissez les événements CERTIFICATE_CREATED, CERTIFICATE_CHANGED et CERTIFICATE_REVOKED, "
                            + "COURSE_PASSING_STATUS_UPDATED pour la réussite et PERSISTENT_GRADE_SUMMARY_CHANGED pour les notes.",
                        "Choose the events CERTIFICATE_CREATED, CERTIFICATE_CHANGED and CERTIFICATE_REVOKED, "
                            + "COURSE_PASSING_STATUS_UPDATED for the pass and PERSISTENT_GRADE_SUMMARY_CHANGED for grades."),
                    new(
                        "Cochez Enabled et enregistrez. Ce module n’essaie qu’une fois.",
                        "Tick Enabled and save. This plugin tries once only."),
                ],
                Trigger = new(
                    "Dans Open edX, émettez de nouveau le certificat d’un étudiant d’essai.",
                    "In Open edX, regenerate the certificate of a test student."),
            },
        ],
    };
}
