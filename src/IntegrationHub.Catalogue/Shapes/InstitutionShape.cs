using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary><c>{institution}/institution.yaml</c>.</summary>
internal sealed class InstitutionShape : Shape
{
    [Required, Id, NotReserved, Means("identifiant court, égal au nom du dossier", "short identifier, equal to the folder’s name")]
    public Located<string>? Id { get; set; }

    [Required, Means("nom de l’établissement", "name of the institution")]
    public TextShape? Name { get; set; }

    [Required, TimeZone, Means("fuseau horaire IANA, p. ex. America/Toronto", "IANA time zone, e.g. America/Toronto")]
    public Located<string>? TimeZone { get; set; }

    [Means(
        "premier jour des dossiers\u00a0: une réussite antérieure attend une personne; à défaut 2015-01-01",
        "first day of the records: an earlier completion waits for a person; by default 2015-01-01")]
    public Located<DateOnly>? RecordsBegin { get; set; }

    [Means(
        "langue des messages et des titres quand le SIS n’en donne pas\u00a0: en ou fr (en si absente)",
        "language of letters and credentials where the SIS states none: en or fr (en if absent)")]
    public Located<LanguageChoice>? Language { get; set; }

    [
        Required,
        SettingName,
        Means(
            "nom du réglage qui contient le poivre des clés de recherche; "
                + "comme tout réglage de secret, il commence par l’identifiant en majuscules, p. ex. LACNORD_PEPPER",
            "name of the setting that contains the pepper of the learners’ keys; as any secret’s, it begins with the id in capitals, e.g. "
                + "LACNORD_PEPPER"
        )
    ]
    public Located<string>? Pepper { get; set; }

    [
        Required,
        DashedName(OnKeys = true),
        Means("les plateformes d’apprentissage (LMS), par nom", "the learning management systems (LMS), by name")
    ]
    public Entries<SourceShape>? Sources { get; set; }

    [Means("les systèmes que le carrefour appelle", "the systems that the hub calls")]
    public ConnectionsShape? Connections { get; set; }

    [Means("les politiques de l’établissement", "the institution’s policies")]
    public PolicyShape? Policy { get; set; }

    [
        DashedName(OnKeys = true),
        Means(
            "titres d’autres établissements qui comptent dans les cumuls, par nom",
            "credentials from other institutions that count in stacks, by name")
    ]
    public Entries<RecognisedShape>? Recognised { get; set; }

    [Means("l’établissement comme émetteur de ses propres titres", "the institution as the issuer of its own credentials")]
    public IssuerShape? Issuer { get; set; }
}

/// <summary>One LMS.</summary>
internal sealed class SourceShape : Shape
{
    [Required, SourceKind, Means("type de plateforme", "type of platform")]
    public Located<string>? Kind { get; set; }

    [
        AuthenticationScheme,
        Means(
            "authentification des envois; à défaut, la façon habituelle de ce type",
            "authentication of deliveries; by default the type’s usual one")
    ]
    public Located<string>? Authentication { get; set; }

    [
        TimeZone,
        Means(
            "fuseau horaire IANA des heures envoyées sans décalage, là où le format n’en fixe pas; à défaut celui de l’établissement",
            "IANA time zone of times sent without an offset, where the format sets none; by default the institution’s")
    ]
    public Located<string>? TimeZone { get; set; }

    [
        FromOne,
        Means(
            "envois par minute qu’accepte chaque instance du carrefour; sans limite si absent",
            "deliveries per minute that each instance of the hub accepts; no limit if absent")
    ]
    public Located<int>? PerMinute { get; set; }

    [
        HostSettingsAllowed,
        Means(
            "réglages du type et de l’authentification;\u00a0%Nom% vient des réglages du carrefour",
            "settings of the type and its authentication; %Name% comes from the hub’s settings")
    ]
    public Entries<Located<string>>? Settings { get; set; }

    [Means("secrets entrants, par usage\u00a0: des noms de réglages", "inbound secrets by purpose: names of settings")]
    public Entries<SecretShape>? Secrets { get; set; }

    [Means(
        "façons de trouver la personne, dans l’ordre; à défaut studentNumber, known",
        "ways of finding the learner, in order; by default studentNumber, known")]
    public List<Located<MatchingStrategy>>? Learners { get; set; }

    [
        RegexGroup,
        Means(
            "motif dont le premier groupe est le numéro étudiant dans le nom d’utilisateur, p. ex. ^s(\\d{9})$",
            "pattern whose first group is the student number in the username, e.g. ^s(\\d{9})$")
    ]
    public Located<string>? LoginPattern { get; set; }

    [
        RegexText,
        Means(
            "à quoi ressemblent les sessions, pour {term} dans les cours des offres, p. ex. \\d{4}(H|E|A)",
            "what terms look like, for {term} in the courses of offerings, e.g. \\d{4}(H|E|A)")
    ]
    public Located<string>? Term { get; set; }

    [Means(
        "l’API de la plateforme, pour chercher des personnes apprenantes et récupérer les réussites qui n’ont pas été envoyées",
        "the LMS’s own API, to look up learners and to fetch completions that were not delivered")]
    public ApiShape? Api { get; set; }
}

/// <summary>An LMS's own API; its kind is the source's.</summary>
internal sealed class ApiShape : Shape
{
    [
        Required,
        HostSettingsAllowed,
        Means("adresse de base;\u00a0%Nom% vient des réglages du carrefour", "base address; %Name% comes from the hub’s settings")
    ]
    public Located<string>? Address { get; set; }

    [AboveZero, Means("requêtes par seconde que la plateforme permet", "requests per second that the LMS allows")]
    public Located<decimal>? Rate { get; set; }

    [SettingName, Means("secrets, par usage\u00a0: des noms de réglages", "secrets by purpose: names of settings")]
    public Entries<Located<string>>? Secrets { get; set; }
}

/// <summary>An inbound secret, which may be under replacement.</summary>
[Shorthand(nameof(Current))]
internal sealed class SecretShape : Shape
{
    [
        Required,
        SettingName,
        Means("nom du réglage qui contient la valeur en vigueur", "name of the setting that contains the current value")
    ]
    public Located<string>? Current { get; set; }

    [SettingName, Means("nom du réglage qui contient la valeur remplacée", "name of the setting that contains the value being replaced")]
    public Located<string>? Previous { get; set; }

    [Means("moment où la valeur remplacée expire", "when the value being replaced expires")]
    public Located<DateTimeOffset>? Until { get; set; }
}

/// <summary>The systems that the hub calls, by role.</summary>
internal sealed class ConnectionsShape : Shape
{
    [Means(
        "le système d’information sur les étudiants, qui tient le relevé de notes",
        "the student information system, which keeps the transcript")]
    public ConnectionShape? Sis { get; set; }

    [Means("la plateforme d’insignes", "the badge platform")]
    public ConnectionShape? Badges { get; set; }

    [Means("le canal Teams des services", "the Teams channel of the departments")]
    public ConnectionShape? Channel { get; set; }

    [Means("la boîte d’où le carrefour écrit aux personnes apprenantes", "the mailbox from which the hub sends emails to learners")]
    public ConnectionShape? Mail { get; set; }

    [Means("l’annuaire des comptes, où chercher le numéro étudiant", "the directory of accounts, where student numbers are looked up")]
    public ConnectionShape? Directory { get; set; }

    public IEnumerable<(ConnectionRole Role, ConnectionShape Shape)> ByRole() =>
        new (ConnectionRole, ConnectionShape?)[]
        {
            (ConnectionRole.Sis, Sis),
            (ConnectionRole.Badges, Badges),
            (ConnectionRole.Channel, Channel),
            (ConnectionRole.Mail, Mail),
            (ConnectionRole.Directory, Directory),
        }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.Item1, pair.Item2!));
}

/// <summary>One outside system.</summary>
internal sealed class ConnectionShape : Shape
{
    [Required, ConnectionKind, Means("produit", "product")]
    public Located<string>? Kind { get; set; }

    [
        HostSettingsAllowed,
        Means("adresse de base;\u00a0%Nom% vient des réglages du carrefour", "base address; %Name% comes from the hub’s settings")
    ]
    public Located<string>? Address { get; set; }

    [AboveZero, Means("requêtes par seconde que le système permet", "requests per second that the system allows")]
    public Located<decimal>? Rate { get; set; }

    [Means(
        "délai avant de demander si une inscription soumise est au dossier, p. ex. 15 min",
        "how long to wait before asking whether a submitted entry is recorded, e.g. 15 min")]
    public Located<TimeSpan>? ConfirmEvery { get; set; }

    [
        HostSettingsAllowed,
        Means(
            "réglages du produit;\u00a0%Nom% vient des réglages du carrefour",
            "settings of the product; %Name% comes from the hub’s settings")
    ]
    public Entries<Located<string>>? Settings { get; set; }

    [SettingName, Means("secrets, par usage\u00a0: des noms de réglages", "secrets by purpose: names of settings")]
    public Entries<Located<string>>? Secrets { get; set; }
}

/// <summary>The languages that the hub writes in.</summary>
internal enum LanguageChoice
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,
}
