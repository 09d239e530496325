using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>An entry says how it is earned, and what it says fits together.</summary>
internal static class AssessmentRules
{
    public static void Check(MicroCredentialShape entry, FaultList faults)
    {
        if (entry is { Assessment: null, Stacks: null or { Count: 0 } })
            faults.Add(
                entry.Place,
                "earned-how",
                new("L’entrée ne dit pas comment le micro-titre s’obtient.", "The entry does not say how the micro-credential is earned."),
                new(
                    "Ajoutez «\u00a0assessment\u00a0», ou «\u00a0stacks\u00a0» pour un jalon.",
                    "Add “assessment”, or “stacks” for a milestone."));
        if (entry.Assessment is not { } assessment)
            return;
        if (entry.Offerings is null or { Count: 0 })
            faults.Add(
                assessment.Place,
                "offering-missing",
                new("Une évaluation est prévue, mais aucun cours n’y mène.", "There is an assessment, but no course leads to it."),
                new(
                    "Ajoutez «\u00a0offerings\u00a0»\u00a0: la source, le cours et l’évaluation.",
                    "Add “offerings”: the source, the course and the assessment."));
        CheckWindow(assessment.Window, faults);
        CheckComponents(assessment, entry.Offerings ?? [], faults);
    }

    private static void CheckWindow(WindowShape? window, FaultList faults)
    {
        if (window is { First: { } first, Last: { } last } && last.Value < first.Value)
            faults.Add(
                last.Place,
                "window-order",
                new("Le dernier jour est avant le premier.", "The last day is before the first."),
                new("Corrigez «\u00a0first\u00a0» ou «\u00a0last\u00a0».", "Fix “first” or “last”."));
        if (window is { GraceDays: { } grace, Last: null })
            faults.Add(
                grace.Place,
                "window-order",
                new("Un délai de grâce demande un dernier jour.", "A grace period needs a last day."),
                new("Ajoutez «\u00a0last\u00a0», ou enlevez «\u00a0graceDays\u00a0».", "Add “last”, or remove “graceDays”."));
    }

    private static void CheckComponents(AssessmentShape assessment, List<OfferingShape> offerings, FaultList faults)
    {
        var components = (assessment.Components ?? []).Where(component => component.Name is not null).ToList();
        foreach (var twice in components.GroupBy(component => component.Name!.Value).Where(same => same.Count() > 1))
            faults.Add(
                twice.Last().Name!.Place,
                "component-repeated",
                new($"La composante «\u00a0{twice.Key}\u00a0» y est deux fois.", $"The component “{twice.Key}” appears twice."),
                new("Donnez-lui un autre nom, ou enlevez-la.", "Give it another name, or remove it."));
        var names = components.Select(component => component.Name!.Value).ToHashSet();
        foreach (var offering in offerings)
        {
            foreach (var (key, _) in (offering.Components ?? []).Where(component => !names.Contains(component.Key.Value)))
                faults.Add(
                    key.Place,
                    "component-unknown",
                    new(
                        $"L’évaluation n’a pas de composante «\u00a0{key.Value}\u00a0».",
                        $"The assessment has no component “{key.Value}”."),
                    new(
                        $"Prenez une de\u00a0: {string.Join(", ", names)}; ou ajoutez-la sous «\u00a0assessment: components\u00a0».",
                        $"Use one of: {string.Join(", ", names)}; or add it under “assessment: components”."));
            foreach (var missing in names.Where(name => offering.Components?.Has(name) is not true))
                faults.Add(
                    offering.Place,
                    "component-missing",
                    new(
                        $"Cette offre ne dit pas quelle évaluation est la composante «\u00a0{missing}\u00a0».",
                        $"This offering does not say which assessment is the component “{missing}”."),
                    new(
                        $"Ajoutez-la sous «\u00a0components:\u00a0» de l’offre, p. ex. {missing}: \"9502\".",
                        $"Add it under the offering’s “components:”, e.g. {missing}: \"9502\"."));
        }
    }
}
