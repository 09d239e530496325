using System.Diagnostics;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>How often in a second everything is decided anew, as each completion has it done.</summary>
internal static class RuleSpeed
{
    /// <summary>So many results, with every second one as a part of the stack that the entry asks for besides.</summary>
    public static IReadOnlyList<int> Facts { get; } = [1, 10, 100];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(200);

    public static SpeedFigures Measure(int facts, int rounds)
    {
        var institution = new RuleCampus(["practice"]).Institution;
        var (entry, known) = Case(facts);
        Verdict Decide() => Rulebook.Decide(institution, entry, known);
        var stated = Stated(Decide());
        Speed(Decide, WarmUp);
        var decisions = Duel.Median([.. Enumerable.Range(0, rounds).Select(_ => Speed(Decide, Round))]);
        return new(facts, decisions, decisions * stated * facts);
    }

    /// <summary>Results that do not pass but the last, and parts of a stack besides: every rule has something to look at.</summary>
    internal static (MicroCredential Entry, Facts Facts) Case(int facts)
    {
        var parts = facts / 2;
        var results = facts - parts;
        var start = RuleCampus.Result(0, 0).At;
        var entry = RuleCampus.Practice("practice") with
        {
            Stacks =
                parts == 0
                    ? []
                    : [new(StackMeasure.Count, parts, [.. Enumerable.Range(0, parts).Select(at => new StackPart([$"part-{at}"]))])],
        };
        return (
            entry,
            new(
                [.. Enumerable.Range(1, results).Select(at => RuleCampus.Result(at, at == results ? 90 : 60))],
                [
                    .. Enumerable
                        .Range(0, parts)
                        .Select(at => new StackedCredential($"part-{at}", $"award-{at}", 0, start.AddMinutes(at), null, null, 15, 1)),
                ],
                []));
    }

    private static int Stated(Verdict verdict) =>
        verdict.Awards.Count == 1
            ? verdict.Awards[0].Decision.Rules.Count
            : throw new InvalidOperationException("The bench's own dossier earns nothing.");

    private static double Speed(Func<Verdict> decide, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var times = 0;
        for (; watch.Elapsed < time; times++)
            GC.KeepAlive(decide());
        return times / watch.Elapsed.TotalSeconds;
    }
}
