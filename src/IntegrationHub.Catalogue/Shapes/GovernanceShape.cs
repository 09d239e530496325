using System.ComponentModel.DataAnnotations;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>When a person must approve.</summary>
internal sealed class ApprovalShape : Shape
{
    [Means(
        "une seule de ces raisons demande une approbation; une liste vide n’en demande jamais",
        "any one of these reasons requires approval; an empty list never does")]
    public List<Located<ApprovalReason>>? When { get; set; }

    [
        Percent,
        Means("note sous laquelle une personne doit approuver, en pourcentage", "score below which a person must approve, in percent")
    ]
    public Located<decimal>? ScoreBelow { get; set; }
}

/// <summary>The days on which phases begin.</summary>
internal sealed class LifeCycleShape : Shape
{
    [Means("idéation", "ideation")]
    public Located<DateOnly>? Ideation { get; set; }

    [Means("faisabilité", "feasibility")]
    public Located<DateOnly>? Feasibility { get; set; }

    [Means("conception", "design")]
    public Located<DateOnly>? Design { get; set; }

    [Means("élaboration", "development")]
    public Located<DateOnly>? Development { get; set; }

    [Means("mise en marché et lancement", "marketing and launch")]
    public Located<DateOnly>? Launch { get; set; }

    [Means("prestation ou projet pilote", "delivery or pilot")]
    public Located<DateOnly>? Delivery { get; set; }

    [Means("évaluation et révision", "evaluation and revision")]
    public Located<DateOnly>? Revision { get; set; }

    [Means("retrait\u00a0: dernier jour d’attribution", "sunset: last day of awarding")]
    public Located<DateOnly>? Sunset { get; set; }

    /// <summary>The phases that are stated, in their order.</summary>
    public IEnumerable<(Phase Phase, Located<DateOnly> Day)> Stated() =>
        new[] { Ideation, Feasibility, Design, Development, Launch, Delivery, Revision, Sunset }
            .Select((day, at) => (Phase: (Phase)at, Day: day))
            .Where(phase => phase.Day is not null)
            .Select(phase => (phase.Phase, phase.Day!));
}

/// <summary>The stance towards the qualifications framework.</summary>
internal sealed class FrameworkShape : Shape
{
    [Required, Means("associé au cadre (true) ou séparé (false)", "associated with the framework (true) or separate (false)")]
    public Located<bool>? Associated { get; set; }

    [Means("le cadre", "the framework")]
    public TextShape? Framework { get; set; }

    [Means("niveau", "level")]
    public Located<string>? Level { get; set; }
}

/// <summary>An approval received.</summary>
internal sealed class CatalogueApprovalShape : Shape
{
    [Required, Means("l’instance", "the body")]
    public TextShape? By { get; set; }

    [Required, Means("le jour", "the day")]
    public Located<DateOnly>? On { get; set; }

    [Means("référence, p. ex. un procès-verbal", "reference, e.g. to minutes")]
    public Located<string>? Reference { get; set; }
}

/// <summary>A house that takes part or endorses.</summary>
internal sealed class PartnerShape : Shape
{
    [Required, Means("nom", "name")]
    public TextShape? Name { get; set; }

    [Means("rôle", "role")]
    public TextShape? Role { get; set; }

    [WebAddress, Means("adresse web", "web address")]
    public Located<string>? Url { get; set; }
}

/// <summary>What the institution does where the choice is its own.</summary>
internal sealed class PolicyShape : Shape
{
    [Means(
        "ce que fait le carrefour après un résultat ultérieur contraire\u00a0: ask, keep, suspend ou revoke (ask si absent)",
        "what the hub does after a later result that contradicts an award: ask, keep, suspend or revoke (ask if absent)")]
    public Located<OnContradiction>? OnContradiction { get; set; }

    [
        FromOne,
        Means(
            "jours avant l’expiration où le carrefour avise la personne (60 et 14 si absent)",
            "days before expiry on which the hub notifies the learner (60 and 14 if absent)")
    ]
    public List<Located<int>>? RenewalNotices { get; set; }

    [Means(
        "quand une personne doit approuver, si le micro-titre n’en dit rien",
        "when a person must approve, where the micro-credential does not say")]
    public ApprovalShape? Approval { get; set; }
}

/// <summary>A credential from another institution that counts in stacks.</summary>
internal sealed class RecognisedShape : Shape
{
    [Required, Means("titre", "title")]
    public TextShape? Title { get; set; }

    [
        Required,
        IssuerId,
        Means("émetteur\u00a0: DID ou adresse, comme le titre le dit", "issuer: DID or address, as the credential states it")
    ]
    public Located<string>? Issuer { get; set; }

    [
        AbsoluteId,
        Means(
            "identifiants de la réalisation, comme les titres les disent (un par langue et par version); "
                + "toutes celles de l’émetteur si absents",
            "ids of the achievement, as credentials state them (one per language and version); all of the issuer’s if absent")
    ]
    public List<Located<string>>? Achievements { get; set; }

    [AboveZero, Means("heures comptées", "hours that it counts for")]
    public Located<decimal>? Hours { get; set; }

    [AboveZero, Means("crédits comptés", "credits that it counts for")]
    public Located<decimal>? Credits { get; set; }
}
