using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>
/// Decides what was earned: a pure function of the facts and the catalogue (law 3). It goes through the facts in the order
/// of the sources' clocks, never of arrival. Something is earned at the first moment at which the rules of the version in
/// force then were met; what comes later renews it, contradicts it, or changes nothing.
/// </summary>
public static class Rulebook
{
    /// <summary>What the facts come to; the same facts in any order come to the same.</summary>
    public static Verdict Decide(Institution institution, MicroCredential microCredential, Facts facts)
    {
        var ordered = facts.InOrder();
        var awards = new List<Earned>();
        var first = ordered.Acts.Where(act => act.Kind == ActKind.Erased).Select(act => act.Cycle + 1).DefaultIfEmpty().Max();
        var left = ordered;
        for (var cycle = first; ; cycle++)
        {
            var scope = new Scope(institution, microCredential, left, [.. awards], cycle);
            if (Moved(left, cycle) is { } moved && !(Earn(scope)?.At <= moved.At))
            {
                left = Cycles.After(left, moved.At) with { Acts = [.. left.Acts.Where(act => act != moved)] };
                scope = new(institution, microCredential, left, [.. awards], cycle);
            }

            if (Earn(scope) is not { } earned)
                return awards.Count > 0 && !scope.HasNews
                    ? new(awards[^1].Today, awards, IsOpen: false)
                    : new(scope.Last(), awards, IsOpen: true);

            var revoked = Revocation.Of(scope, earned, cycle);
            var renewal = scope.RenewableFrom(earned);
            var isRevokedFirst = revoked is not null && !(renewal <= revoked.At);
            var (own, next) =
                isRevokedFirst ? Cycles.At(left, revoked!.At)
                : renewal is { } opens ? Cycles.Renewed(left, opens)
                : (left, null);
            awards.Add(
                Standings.Of(new(institution, microCredential, own, [.. awards], cycle), earned, cycle) with
                {
                    ValidUntil = scope.EndOf(earned),
                });
            if (next is null)
                return new(awards[^1].Today, awards, IsOpen: false);
            left = next;
        }
    }

    /// <summary>What moved the facts of a cycle to somebody else before anything was earned.</summary>
    private static RegistrarAct? Moved(Facts facts, int cycle) =>
        facts.Acts.LastOrDefault(act =>
            act.Kind == ActKind.MoveAway && act.Cycle == cycle && facts.Evidence.Any(item => item.At <= act.At));

    /// <summary>What earned the cycle: the rules, or the person who awards again what was revoked.</summary>
    private static Decision? Earn(Scope scope)
    {
        var byRules = scope.FirstEarned();
        var again = scope.Before is { State: AwardState.Revoked } before
            ? scope.Facts.Acts.FirstOrDefault(act => act.Kind == ActKind.Reaward && act.Cycle == before.Cycle && act.At > before.StateSince)
            : null;
        return again is null || byRules?.At <= again.At
            ? byRules
            : scope.Before!.Decision with
            {
                At = again.At,
                EventId = again.Id,
                Rules =
                [
                    .. scope.Before.Decision.Rules.Where(rule => rule.Verdict != RuleVerdict.Asks),
                    new(RuleName.Reawarded, RuleVerdict.Met, Evidence: again.Id),
                ],
            };
    }
}
