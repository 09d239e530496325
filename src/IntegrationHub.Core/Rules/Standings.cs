using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Rules;

/// <summary>Since when something earned is revoked for good.</summary>
/// <param name="At">Since when.</param>
/// <param name="ByAPerson">Whether a person said so, rather than policy.</param>
/// <param name="Reason">Why, in the person's words.</param>
internal sealed record Revocation(DateTimeOffset At, bool ByAPerson, string? Reason)
{
    /// <summary>
    /// The earliest of a person's word and, where policy says so, of what speaks against it; a decline counts like a revocation.
    /// </summary>
    public static Revocation? Of(Scope scope, Decision earned, int cycle)
    {
        var word = scope.Facts.Acts.FirstOrDefault(act => act.Cycle == cycle && act.Kind is ActKind.Revoke or ActKind.MoveAway);
        var ruling = RegistrarAct.Ruling(scope.Facts.Acts, cycle);
        var declined = ruling is { Kind: ActKind.Decline } ? ruling : null;
        var person = new[] { word, declined }.OfType<RegistrarAct>().MinBy(act => act.At);
        var contradicted = scope.OnContradiction == OnContradiction.Revoke ? Contradicted(scope, earned, cycle) : null;
        return person is not null && !(contradicted < person.At)
                ? new(person.At < earned.At ? earned.At!.Value : person.At, true, person.Reason)
            : contradicted is { } at ? new(at, false, null)
            : null;
    }

    /// <summary>
    /// When something first began to speak against it that no person has answered; of what a person approved, after the person's word.
    /// What a person upheld, policy alone never takes back.
    /// </summary>
    private static DateTimeOffset? Contradicted(Scope scope, Decision earned, int cycle)
    {
        var ruling = RegistrarAct.Ruling(scope.Facts.Acts, cycle);
        var upheld = RegistrarAct.Word(scope.Facts.Acts, cycle) is { Kind: ActKind.Uphold } word ? word : null;
        var asked = Standings.Asks(earned);
        var stood = true;
        foreach (var (at, later) in scope.After(earned))
        {
            var stands = later.Outcome == Outcome.Earned;
            if (stood && !stands && (!asked || ruling?.At < at) && !(at <= scope.Issued?.Answered) && !IsUpheld(scope, upheld, at))
                return at;
            stood = stands;
        }

        return null;
    }

    /// <summary>Whether a person's word came before what speaks against it, or before that has taken the award back.</summary>
    private static bool IsUpheld(Scope scope, RegistrarAct? upheld, DateTimeOffset at) =>
        upheld is not null && (upheld.At <= at || scope.Issued is { Award.State: not AwardState.Revoked });
}

/// <summary>What is said of something earned: by people, by policy, by what came later.</summary>
internal static class Standings
{
    /// <summary>Something earned, with what is said of it.</summary>
    public static Earned Of(Scope scope, Decision decision, int cycle)
    {
        var later = scope.After(decision).ToList();
        var against = later.AsEnumerable().Reverse().TakeWhile(moment => moment.Decision.Outcome != Outcome.Earned).ToList();
        DateTimeOffset? since = against.Count > 0 ? against[^1].At : null;
        var earned = new Earned
        {
            Cycle = cycle,
            Decision = decision,
            Renews = scope.IsRenewal ? scope.Before!.Cycle : null,
            StateSince = decision.At!.Value,
            Evidence = [.. scope.Facts.Evidence.Select(item => item.EventId)],
            ContradictedSince = since,
            Today = later.Count > 0 ? later[^1].Decision : decision,
        };
        return State(scope, earned);
    }

    /// <summary>Whether a rule leaves the word to a person.</summary>
    public static bool Asks(Decision decision) => decision.Rules.Any(rule => rule.Verdict == RuleVerdict.Asks);

    private static Earned State(Scope scope, Earned earned)
    {
        var acts = scope.Facts.Acts.Where(act => act.Cycle == earned.Cycle).ToList();
        // What was issued cannot be declined any more: the same word takes it back.
        if (Revocation.Of(scope, earned.Decision, earned.Cycle) is { } revoked
            && (scope.Issued is not null || RegistrarAct.Ruling(acts, earned.Cycle) is not { Kind: ActKind.Decline }))
            return earned with
            {
                State = AwardState.Revoked,
                StateSince = revoked.At,
                Reason = revoked.Reason,
                ByAPerson = revoked.ByAPerson,
            };
        var ruling = RegistrarAct.Ruling(acts, earned.Cycle);
        if (ruling is { Kind: ActKind.Decline })
            return Said(earned, AwardState.Declined, ruling);
        if (Asks(earned.Decision) && ruling is null)
            return earned with { State = AwardState.AwaitingApproval };

        var word = RegistrarAct.Word(acts, earned.Cycle)
            ?? scope.Facts.Acts.LastOrDefault(act => act.Kind == ActKind.Reaward && act.Id == earned.Decision.EventId)
            ?? ruling;
        if (word is not null && (word.Kind == ActKind.Suspend || IsAnswered(scope, earned, word)))
            return Said(earned, word.Kind == ActKind.Suspend ? AwardState.Suspended : AwardState.Valid, word);
        return earned.ContradictedSince is { } since
            ? earned with { State = ByPolicy(scope.OnContradiction, word), StateSince = since }
            : earned;
    }

    /// <summary>
    /// Whether a word answers what speaks against the award: it was said afterwards and, where the award was issued, by somebody who
    /// could know.
    /// </summary>
    private static bool IsAnswered(Scope scope, Earned earned, RegistrarAct word) =>
        earned.ContradictedSince is not { } since
        || (scope.Issued is { } issued
            ? since <= issued.Answered || (issued.IsNew(word) && since <= issued.Award.ContradictedSince)
            : since <= word.At);

    /// <summary>What follows from what speaks against it; of what a person upheld, a person is asked again.</summary>
    private static AwardState ByPolicy(OnContradiction policy, RegistrarAct? word) => (policy, word?.Kind) switch
    {
        (OnContradiction.Keep, _) => AwardState.Valid,
        (OnContradiction.Ask, _) or (_, ActKind.Uphold) => AwardState.InQuestion,
        (OnContradiction.Suspend, _) => AwardState.Suspended,
        _ => AwardState.Valid,
    };

    private static Earned Said(Earned earned, AwardState state, RegistrarAct by) =>
        earned with
        {
            State = state,
            StateSince = by.At,
            Reason = state == AwardState.Valid ? null : by.Reason,
            ByAPerson = true,
        };
}
