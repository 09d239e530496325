namespace IntegrationHub.Core.Model.Awards;

/// <summary>What is new to a dossier; what it has already changes nothing.</summary>
/// <param name="Evidence">What sources reported.</param>
/// <param name="Part">An award of another dossier, in its present state; null where none.</param>
/// <param name="Act">What a person decided; null where nobody did.</param>
public sealed record News(IReadOnlyList<Evidence> Evidence, StackedCredential? Part = null, RegistrarAct? Act = null)
{
    /// <summary>What the learner held already when the dossier was opened.</summary>
    public IReadOnlyList<StackedCredential> Held { get; init; } = [];

    /// <summary>All parts, each in its newest revision.</summary>
    public IEnumerable<StackedCredential> Parts =>
        Held.Concat(Part is null ? [] : [Part]).GroupBy(part => part.Award).Select(same => same.MaxBy(part => part.Revision)!);

    /// <summary>The same without what a dossier has.</summary>
    internal News Without(Dossier dossier)
    {
        bool IsKnown(StackedCredential? part) => dossier.Parts.Any(known => known.Award == part?.Award && known.Revision >= part.Revision);
        return new(
            [.. Evidence.Where(item => dossier.Evidence.All(known => known.EventId != item.EventId))],
            IsKnown(Part) ? null : Part,
            dossier.Acts.Any(known => known.Id == Act?.Id) ? null : Act) { Held = [.. Held.Where(part => !IsKnown(part))] };
    }

    /// <summary>Whether there is nothing.</summary>
    internal bool IsEmpty => Evidence.Count == 0 && !Parts.Any() && Act is null;

    /// <summary>The facts of a dossier with these.</summary>
    internal Facts With(Dossier dossier) => new(
        [.. dossier.Evidence, .. Evidence],
        [.. dossier.Parts, .. Parts],
        Act is null ? dossier.Acts : [.. dossier.Acts, Act]) { Issued = IntegrationHub.Core.Model.Awards.Issued.Of(dossier) };
}

/// <summary>What becomes of a dossier, written all or nothing.</summary>
/// <param name="News">What is new to it.</param>
/// <param name="Decision">The decision over the newest cycle.</param>
/// <param name="Awards">The awards that are new or changed, with all their steps.</param>
/// <param name="Entries">What to add to the timeline.</param>
public sealed record DossierChange(News News, Decision Decision, IReadOnlyList<Award> Awards, IReadOnlyList<TimelineEntry> Entries);
