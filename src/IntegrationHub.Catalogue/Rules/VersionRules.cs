using System.Globalization;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>An award keeps the version it was earned under: every version stays, and each has its first day.</summary>
internal static class VersionRules
{
    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        foreach (var earlier in draft.Earlier)
            CheckName(earlier, faults);
        foreach (var orphan in draft
                .Earlier.Where(earlier => draft.MicroCredentials.All(entry => entry.Code != earlier.Code))
                .DistinctBy(earlier => earlier.Code))
            faults.Add(
                new(orphan.File, 1, 1),
                "version-orphan",
                new(
                    $"Il y a une version antérieure de «\u00a0{orphan.Code}\u00a0», mais aucune version en vigueur.",
                    $"There is an earlier version of “{orphan.Code}”, but no version in force."),
                new(
                    $"Remettez micro-credentials/{orphan.Code}.yaml. Pour ne plus l’attribuer, donnez-lui un «\u00a0sunset\u00a0».",
                    $"Put micro-credentials/{orphan.Code}.yaml back. To stop awarding it, give it a “sunset”."));
        foreach (var entry in draft.MicroCredentials.Where(entry => entry.Shape.Version is not null))
            CheckHistory(entry, [.. draft.EarlierOf(entry.Code).Where(earlier => earlier.Shape.Version is not null)], faults);
    }

    private static void CheckName(MicroCredentialDraft earlier, FaultList faults)
    {
        var number = Path.GetFileNameWithoutExtension(earlier.File)[1..];
        if (earlier.Shape.Version is { } version && version.Value.ToString(CultureInfo.InvariantCulture) != number)
            faults.Add(
                version.Place,
                "version-file",
                new(
                    $"Le fichier v{number}.yaml contient la version {version.Value}.",
                    $"The file v{number}.yaml contains version {version.Value}."),
                new("Renommez le fichier, ou corrigez «\u00a0version\u00a0».", "Rename the file, or fix “version”."));
    }

    private static void CheckHistory(MicroCredentialDraft entry, List<MicroCredentialDraft> earlier, FaultList faults)
    {
        var newest = entry.Shape.Version!;
        var oldest = earlier.Select(version => version.Shape.Version!.Value).DefaultIfEmpty(newest.Value).Min();
        foreach (var missing in Enumerable
                .Range(oldest, Math.Max(0, newest.Value - oldest))
                .Where(number => earlier.TrueForAll(version => version.Shape.Version!.Value != number)))
            faults.Add(
                newest.Place,
                "version-missing",
                new(
                    $"La version {missing} manque\u00a0: les attributions faites sous cette version ne pourraient plus être expliquées.",
                    $"Version {missing} is missing: awards made under it could no longer be explained."),
                new(
                    $"Gardez son fichier comme micro-credentials/{entry.Code}/v{missing}.yaml.",
                    $"Keep its file as micro-credentials/{entry.Code}/v{missing}.yaml."));
        foreach (var late in earlier.Where(version => version.Shape.Version!.Value >= newest.Value))
            faults.Add(
                late.Shape.Version!.Place,
                "version-order",
                new(
                    $"Cette version antérieure n’est pas plus ancienne que la version {newest.Value} en vigueur.",
                    $"This earlier version is not older than version {newest.Value} in force."),
                new("Corrigez «\u00a0version\u00a0» dans l’un des deux fichiers.", "Fix “version” in one of the two files."));

        var ordered = earlier.Append(entry).OrderBy(version => version.Shape.Version!.Value).ToList();
        foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
        {
            if (after.Shape.Since is not { } since)
                faults.Add(
                    after.Shape.Version!.Place,
                    "version-since",
                    new(
                        $"La version {after.Shape.Version.Value} n’a pas de premier jour.",
                        $"Version {after.Shape.Version.Value} has no first day."),
                    new("Ajoutez «\u00a0since\u00a0», p. ex. 2026-09-01.", "Add “since”, e.g. 2026-09-01."));
            else if (before.Shape.Since is { } previous && since.Value <= previous.Value)
                faults.Add(
                    since.Place,
                    "version-since",
                    new(
                        $"La version {after.Shape.Version!.Value} ne commence pas après la version {before.Shape.Version!.Value}.",
                        $"Version {after.Shape.Version!.Value} does not begin after version {before.Shape.Version!.Value}."),
                    new("Corrigez «\u00a0since\u00a0».", "Fix “since”."));
        }
    }
}
