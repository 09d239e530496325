using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>
/// An institution's files reach its own secrets only, and no two institutions have one together. A fault never says the name: it may be the
/// secret itself.
/// </summary>
internal static class SecretRules
{
    /// <summary>The rule that a secret has one institution.</summary>
    public const string Shared = "secret-shared";

    private static readonly SettingNameAttribute Syntax = new();

    public static void Check(InstitutionDraft draft, IReadOnlyCollection<PlacedInstitution> others, SecretNames names, FaultList faults)
    {
        if (SecretNames.IsReserved(draft.Id))
            return;
        foreach (var name in draft.Secrets.Where(name => Syntax.Accepts(name.Value)))
        {
            if (others.SelectMany(neighbour => neighbour.Secrets).FirstOrDefault(other => other.Value == name.Value) is { } taken)
                Taken(name.Place, taken.Place, faults);
            else if (!names.Has(draft.Id, name.Value) || others.Any(other => SecretNames.BelongTo(other.Institution.Id, name.Value)))
                Foreign(name.Place, draft.Id, faults);
        }
    }

    private static void Taken(Place place, Place other, FaultList faults) =>
        faults.Add(
            place,
            Shared,
            new(
                $"Un autre établissement utilise déjà ce réglage pour un secret, à {other.File}:{other.Line}.",
                $"Another institution already uses this setting for a secret, at {other.File}:{other.Line}."),
            new("Donnez à chaque établissement ses propres secrets.", "Give each institution its own secrets."));

    private static void Foreign(Place place, string id, FaultList faults)
    {
        var (prefix, list) = ($"{id.ToUpperInvariant()}_", $"{SecretNames.Section}__{id}");
        faults.Add(
            place,
            "secret-foreign",
            new(
                $"Ce réglage n’appartient pas à l’établissement «\u00a0{id}\u00a0».",
                $"This setting does not belong to the institution “{id}”."),
            new(
                $"Prenez un nom qui commence par {prefix} (majuscules, chiffres, un seul tiret bas à la fois), et donnez ce nom au "
                    + $"réglage. Un nom antérieur reste permis si l’exploitant l’ajoute au réglage {list}.",
                $"Use a name that begins with {prefix} (capitals, digits, single underscores), and give the setting that name. "
                    + $"An earlier name remains allowed if the operator adds it to the setting {list}."
            ));
    }
}
