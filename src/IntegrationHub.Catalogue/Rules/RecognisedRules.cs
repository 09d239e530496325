using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>
/// A recognised credential from another institution is told apart from every other, and from what the institution awards itself.
/// </summary>
internal static class RecognisedRules
{
    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        var seen = new Dictionary<(string Issuer, string? Achievement), string>();
        foreach (var (name, shape) in (draft.Main?.Recognised ?? []).Select(entry => (entry.Key, entry.Value)))
        {
            if (draft.MicroCredentials.Any(entry => entry.Code == name.Value))
                faults.Add(
                    name.Place,
                    "recognised-code",
                    new(
                        $"«\u00a0{name.Value}\u00a0» est déjà le code d’un micro-titre de l’établissement.",
                        $"“{name.Value}” is already the code of one of the institution’s micro-credentials."),
                    new("Donnez-lui un autre nom.", "Give it another name."));
            if (shape.Issuer is not { } issuer)
                continue;
            if (issuer.Value == draft.Main?.Issuer?.Did?.Value)
                faults.Add(
                    issuer.Place,
                    "recognised-own",
                    new(
                        "C’est l’établissement lui-même\u00a0: ses propres micro-titres comptent déjà par leur code.",
                        "This is the institution itself: its own micro-credentials already count by their code."),
                    new(
                        "Nommez le code du micro-titre dans le cumul, et enlevez cette entrée.",
                        "Name the micro-credential’s code in the stack, and remove this entry."));
            CheckOnce(name.Value, issuer, shape, seen, faults);
        }
    }

    private static void CheckOnce(
        string name,
        Located<string> issuer,
        RecognisedShape shape,
        Dictionary<(string Issuer, string? Achievement), string> seen,
        FaultList faults)
    {
        foreach (var achievement in shape.Achievements is { Count: > 0 } named ? named : [null!])
        {
            if (!seen.TryAdd((issuer.Value, achievement?.Value), name))
                faults.Add(
                    (achievement ?? issuer).Place,
                    "recognised-twice",
                    new(
                        $"«\u00a0{seen[(issuer.Value, achievement?.Value)]}\u00a0» reconnaît déjà "
                            + $"{(achievement is null ? "tout titre de cet émetteur" : "cette réalisation")}.",
                        $"“{seen[(issuer.Value, achievement?.Value)]}” already recognizes "
                            + $"{(achievement is null ? "every credential from this issuer" : "this achievement")}."
                    ),
                    new(
                        "Nommez des réalisations différentes sous «\u00a0achievements\u00a0», ou ne gardez qu’une entrée.",
                        "List different achievements under “achievements”, or keep only one entry."));
        }
    }
}
