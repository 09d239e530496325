using System.Globalization;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What stacks and prerequisites refer to exists, adds up, and never leads back to itself.</summary>
internal static class StackRules
{
    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        foreach (var entry in draft.Versions)
        {
            foreach (var stack in entry.Shape.Stacks ?? [])
                CheckShape(stack, faults);
            foreach (var code in Named(entry.Shape).Where(code => !IsKnown(draft, code.Value)))
                faults.Add(
                    code.Place,
                    "unknown-code",
                    new(
                        $"L’établissement n’a ni micro-titre ni titre reconnu «\u00a0{code.Value}\u00a0».",
                        $"The institution has neither a micro-credential nor a recognized credential “{code.Value}”."),
                    new(
                        "Corrigez le code, ou ajoutez-le au catalogue ou sous «\u00a0recognised\u00a0» dans institution.yaml.",
                        "Fix the code, or add it to the catalogue or under “recognised” in institution.yaml."));
            foreach (var stack in (entry.Shape.Stacks ?? []).Where(stack => stack.Hours is not null || stack.Credits is not null))
                CheckSum(stack, draft, faults);
        }

        CheckCycles(draft, faults);
    }

    /// <summary>The codes that an entry's decision rests on, where they are written.</summary>
    private static IEnumerable<Located<string>> Named(MicroCredentialShape shape) =>
        (shape.Stacks ?? []).SelectMany(stack => stack.Codes()).Concat(shape.PrerequisiteCodes ?? []);

    private static bool IsKnown(InstitutionDraft draft, string code) =>
        draft.MicroCredentials.Any(entry => entry.Code == code) || draft.Main?.Recognised?.Has(code) == true;

    private static void CheckShape(StackShape stack, FaultList faults)
    {
        var measures = new object?[] { stack.All, stack.Count, stack.Hours, stack.Credits }.Count(measure => measure is not null);
        if (measures != 1 || (stack.Of is null) == (stack.All is null))
            faults.Add(
                stack.Place,
                "stack-shape",
                new(
                    "Un cumul a soit «\u00a0all\u00a0», soit «\u00a0of\u00a0» avec un seul de «\u00a0count\u00a0», «\u00a0hours\u00a0» ou "
                        + "«\u00a0credits\u00a0».",
                    "A stack has either “all”, or “of” with one of “count”, “hours” or “credits”."),
                new(
                    "Écrivez p. ex. «\u00a0all: [a, b]\u00a0» ou «\u00a0count: 2\u00a0» avec «\u00a0of: [a, b, c]\u00a0».",
                    "Write e.g. “all: [a, b]” or “count: 2” with “of: [a, b, c]”."));
        else if ((stack.All ?? stack.Of)!.Count == 0 || stack.Count?.Value > stack.Of?.Count)
            faults.Add(
                stack.Place,
                "stack-impossible",
                new(
                    "Ce cumul ne peut jamais être complet\u00a0: il demande plus d’éléments qu’il n’en nomme.",
                    "This stack can never be complete: it requires more components than it names."),
                new("Nommez d’autres éléments, ou demandez-en moins.", "Name more components, or require fewer."));
        foreach (var twice in stack.Codes().GroupBy(code => code.Value).Where(same => same.Count() > 1))
            faults.Add(
                twice.Last().Place,
                "stack-repeated",
                new(
                    $"«\u00a0{twice.Key}\u00a0» est nommé deux fois\u00a0: il ne compte qu’une fois.",
                    $"“{twice.Key}” is named twice: it counts only once."),
                new("Gardez-le à un seul endroit.", "Keep it in one place only."));
    }

    private static void CheckSum(StackShape stack, InstitutionDraft draft, FaultList faults)
    {
        var byHours = stack.Hours is not null;
        decimal? Worth(string code)
        {
            var summary = draft.MicroCredentials.FirstOrDefault(entry => entry.Code == code)?.Shape.Summary;
            var outside = draft.Main?.Recognised?.FirstOrDefault(entry => entry.Key.Value == code).Value;
            return byHours ? summary?.Hours?.Value ?? outside?.Hours?.Value : summary?.Credits?.Value ?? outside?.Credits?.Value;
        }

        foreach (var code in stack.Codes().Where(code => IsKnown(draft, code.Value) && Worth(code.Value) is null))
            faults.Add(
                code.Place,
                "stack-worth",
                new(
                    $"«\u00a0{code.Value}\u00a0» ne dit pas combien {(byHours ? "d’heures" : "de crédits")} il vaut.",
                    $"“{code.Value}” does not say how many {(byHours ? "hours" : "credits")} it is worth."),
                new(
                    $"Ajoutez «\u00a0{(byHours ? "hours" : "credits")}\u00a0» à son sommaire, ou comptez les éléments avec "
                        + "«\u00a0count\u00a0».",
                    $"Add “{(byHours ? "hours" : "credits")}” to its summary, or count components with “count”."));
        var most = (stack.Of ?? []).Sum(part => part.Codes().Max(code => Worth(code.Value)) ?? 0);
        var needed = (stack.Hours ?? stack.Credits)!;
        if (most < needed.Value)
            faults.Add(
                needed.Place,
                "stack-impossible",
                new($"Toutes les parties ensemble n’en font que {Plain(most)}.", $"All parts together make only {Plain(most)}."),
                new("Nommez d’autres éléments, ou demandez-en moins.", "Name more components, or require fewer."));
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Goes every way from every entry; a way back to where it began is told once, at its first entry.</summary>
    private static void CheckCycles(InstitutionDraft draft, FaultList faults)
    {
        var rests = draft.MicroCredentials.ToDictionary(
            entry => entry.Code,
            entry => Named(entry.Shape).Select(code => code.Value).Distinct().ToList());
        foreach (var entry in draft.MicroCredentials)
        {
            if (WayBack(entry.Code, rests) is not { } way || way.Any(code => string.CompareOrdinal(code, entry.Code) < 0))
                continue;
            var round = string.Join(" → ", way.Append(entry.Code));
            var place = Named(entry.Shape)
                .First(code => code.Value == way.ElementAtOrDefault(1) || (way.Count == 1 && code.Value == entry.Code))
                .Place;
            faults.Add(
                place,
                "stack-cycle",
                new($"Ce cumul revient à lui-même\u00a0: {round}.", $"This stack leads back to itself: {round}."),
                new("Enlevez un pas de cette boucle.", "Remove one step of this loop."));
        }
    }

    private static List<string>? WayBack(string start, Dictionary<string, List<string>> rests)
    {
        var ways = new Queue<List<string>>([
            [start],
        ]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in rests.GetValueOrDefault(way[^1]) ?? [])
            {
                if (next == start)
                    return way;
                if (seen.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }
}
