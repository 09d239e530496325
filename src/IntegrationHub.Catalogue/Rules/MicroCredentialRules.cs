using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Rules;

/// <summary>What micro-credentials must say beyond their shape, within their institution.</summary>
internal static class MicroCredentialRules
{
    public static void Check(InstitutionDraft draft, FaultList faults)
    {
        foreach (var entry in draft.Versions)
        {
            if (entry.Shape.Record is { } record)
                RecordRules.Check(record, draft, faults);
            if (entry.Shape.Badge is { } badge)
                BadgeRules.Check(entry, badge, draft, faults);
            PeriodRules.Check(entry.Shape, faults);
            AssessmentRules.Check(entry.Shape, faults);
            LifeRules.Check(entry.Shape, faults);
        }

        CheckSources(draft, faults);
        CheckTerms(draft, faults);
        CheckAssessments(draft, faults);
        CheckClaims(draft, faults);
    }

    private static void CheckSources(InstitutionDraft draft, FaultList faults)
    {
        if (draft.Main?.Sources is not { } sources)
            return;
        var known = string.Join(", ", sources.Select(source => source.Key.Value));
        foreach (var source in Offerings(draft)
                .Select(entry => entry.Offering.Source)
                .OfType<Located<string>>()
                .Where(source => !sources.Has(source.Value)))
            faults.Add(
                source.Place,
                "offering-source",
                new($"L’établissement n’a pas de source «\u00a0{source.Value}\u00a0».", $"The institution has no source “{source.Value}”."),
                new($"Prenez une de ses sources : {known}.", $"Use one of its sources: {known}."));
    }

    private static void CheckTerms(InstitutionDraft draft, FaultList faults)
    {
        foreach (var (_, offering) in Offerings(draft))
        {
            var marks = offering.Course?.Value.Split(Offering.TermMark).Length - 1;
            if (marks > 1)
                faults.Add(
                    offering.Course!.Place,
                    "offering-term",
                    new("Le cours contient la session plus d’une fois.", "The course contains the term more than once."),
                    new($"Écrivez «\u00a0{Offering.TermMark}\u00a0» une seule fois.", $"Write “{Offering.TermMark}” only once."));
            else if (
                marks == 1
                && draft.Main?.Sources?.FirstOrDefault(source => source.Key.Value == offering.Source?.Value).Value is { Term: null })
                faults.Add(
                    offering.Course!.Place,
                    "offering-term",
                    new("La source ne dit pas à quoi ressemblent ses sessions.", "The source does not say what its terms look like."),
                    new(
                        "Ajoutez «\u00a0term\u00a0» à la source, p. ex. '\\d{4}(H|E|A)'.",
                        "Add “term” to the source, e.g. '\\d{4}(H|E|A)'."));
        }
    }

    private static void CheckAssessments(InstitutionDraft draft, FaultList faults)
    {
        foreach (var (_, offering) in Offerings(draft))
            foreach (var written in offering.Assessments().Where(one => draft.AssessmentId(offering.Source?.Value, one.Value) is null))
            {
                var kind = draft.KindOf(offering.Source?.Value)!;
                faults.Add(
                    written.Place,
                    "offering-assessment",
                    new(
                        $"«\u00a0{written.Value}\u00a0» ne peut pas être une évaluation de {kind.Title.Fr}\u00a0: rien ne compterait.",
                        $"“{written.Value}” cannot be an assessment of {kind.Title.En}: nothing would count."),
                    new($"Écrivez {kind.Assessment.Fr}.", $"Write {kind.Assessment.En}."));
            }
    }

    private static void CheckClaims(InstitutionDraft draft, FaultList faults)
    {
        var claims = Offerings(draft)
            .Where(entry => entry.Offering is { Source: not null, Course: not null })
            .SelectMany(entry => Claimed(draft, entry.Offering).Select(assessment => (entry.Code, entry.Offering, Assessment: assessment)))
            .GroupBy(claim => (claim.Offering.Source!.Value, claim.Offering.Course!.Value, claim.Assessment));
        foreach (var claim in claims)
        {
            var first = claim.First();
            foreach (var (_, offering, _) in claim.Skip(1))
                faults.Add(
                    offering.Place,
                    "offering-claimed",
                    new(
                        $"Cette offre appartient déjà à «\u00a0{first.Code}\u00a0»\u00a0: une réussite compterait deux fois.",
                        $"This offering already belongs to “{first.Code}”: one completion would count twice."),
                    new(
                        "Laissez-la à un seul micro-titre, ou nommez une autre évaluation.",
                        "Keep it in one micro-credential, or name another assessment."));
        }
    }

    private static IEnumerable<string?> Claimed(InstitutionDraft draft, OfferingShape offering) => offering.Claimed()
        .Select(written => written is null ? null : draft.AssessmentId(offering.Source!.Value, written) ?? written);

    private static IEnumerable<(string Code, OfferingShape Offering)> Offerings(InstitutionDraft draft) =>
        draft.MicroCredentials.SelectMany(entry => (entry.Shape.Offerings ?? []).Select(offering => (entry.Code, offering)));
}
