namespace IntegrationHub.Core.Model.Awards;

/// <summary>Everything that the decisions of one dossier rest on: sets, in no order.</summary>
/// <param name="Evidence">What the sources reported.</param>
/// <param name="Parts">Awards of others, each in its newest revision.</param>
/// <param name="Acts">What people decided.</param>
public sealed record Facts(IReadOnlyList<Evidence> Evidence, IReadOnlyList<StackedCredential> Parts, IReadOnlyList<RegistrarAct> Acts)
{
    /// <summary>
    /// The awards that were issued: what the world has cannot wait for an approval any more, whatever policy says by now.
    /// </summary>
    public IReadOnlyList<Issued> Issued { get; init; } = [];

    /// <summary>The same in the one order that counts: by the source's time, then by id.</summary>
    internal Facts InOrder() =>
        this with
        {
            Evidence =
            [
                .. Evidence.DistinctBy(item => item.EventId).OrderBy(item => item.At).ThenBy(item => item.EventId, StringComparer.Ordinal),
            ],
            Parts =
            [
                .. Parts
                    .GroupBy(part => part.Award)
                    .Select(same => same.MaxBy(part => part.Revision)!)
                    .OrderBy(part => part.Earned)
                    .ThenBy(part => part.Award, StringComparer.Ordinal),
            ],
            Acts = [.. Acts.DistinctBy(act => act.Id).OrderBy(act => act.At).ThenBy(act => act.Id, StringComparer.Ordinal)],
        };

    /// <summary>Every moment at which something became known that could settle anything, with the id of what it was.</summary>
    internal IEnumerable<(DateTimeOffset At, string Id)> Moments() => Evidence.Select(item => (item.At, item.EventId))
        .Concat(Parts.Select(part => (part.Earned, part.Award)))
        .Concat(Parts.Where(part => part.Ended is not null).Select(part => (part.Ended!.Value, part.Award)))
        .Concat(Acts.Where(act => act.Kind == ActKind.Waive).Select(act => (act.At, act.Id)))
        .OrderBy(moment => moment.Item1).ThenBy(moment => moment.Item2, StringComparer.Ordinal);
}

/// <summary>An award that was issued.</summary>
/// <param name="Award">As it was before what is decided now.</param>
/// <param name="Approved">The rules that had left the word to a person, who gave it.</param>
public sealed record Issued(Award Award, IReadOnlyList<RuleResult> Approved)
{
    /// <summary>Its cycle.</summary>
    public int Cycle => Award.Id.Cycle;

    /// <summary>The latest contradiction that a person has answered, under whichever policy; null where there is none.</summary>
    public DateTimeOffset? Answered => AnsweredOf(Award);

    /// <summary>Whether a word has been said since: it answers what was known to speak against the award.</summary>
    internal bool IsNew(RegistrarAct word) => !Award.ByAPerson || Award.StateSince != word.At;

    /// <summary>Those of a dossier's awards that were issued.</summary>
    internal static IReadOnlyList<Issued> Of(Dossier dossier) =>
        [
            .. from award in dossier.Awards
            where award.IsIssued
            let isApproved = RegistrarAct.Ruling(dossier.Acts, award.Id.Cycle) is { Kind: ActKind.Approve }
            select new Issued(award, isApproved ? [.. award.Decision.Rules.Where(rule => rule.Verdict == RuleVerdict.Asks)] : []),
        ];

    /// <summary>Rows of the first releases say only that a person let it stand against what speaks against it.</summary>
    internal static DateTimeOffset? AnsweredOf(Award award) => award.Answered
        ?? (award is { Issued: null, ByAPerson: true, State: AwardState.Valid or AwardState.Suspended } ? award.ContradictedSince : null);
}
