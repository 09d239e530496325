using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>An institution's files reach its own secrets only, and no two institutions have one together. A fault never says the name: it may be the secret itself.</summary>
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

    private static void Taken(Place place, Place other, FaultList faults) => faults.Add(
        place,
        Shared,
        new($"Ce réglage est déjà un secret d'un autre établissement, à {other.File}:{other.Line}.", $"This setting is a secret of another institution already, at {other.File}:{other.Line}."),
        new("Donnez à chaque établissement ses propres secrets.", "Give each institution secrets of its own."));

    private static void Foreign(Place place, string id, FaultList faults)
    {
        var (prefix, list) = ($"{id.ToUpperInvariant()}_", $"{SecretNames.Section}__{id}");
        faults.Add(
            place,
            "secret-foreign",
            new($"Ce réglage n'est pas à l'établissement « {id} ».", $"This setting is not the institution “{id}”’s."),
            new(
                $"Prenez un nom qui commence par {prefix} (majuscules, chiffres, un seul tiret bas à la fois), et donnez ce nom au réglage. Un nom d'avant reste permis si l'exploitant le met dans le réglage {list}.",
                $"Use a name that begins with {prefix} (capitals, digits, single underscores), and give the setting that name. A name of before goes on if the operator puts it into the setting {list}."));
    }
}
