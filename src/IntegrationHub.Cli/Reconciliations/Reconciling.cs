using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Awards;
using IntegrationHub.Cli.Hub;
using Spectre.Console;

namespace IntegrationHub.Cli.Reconciliations;

/// <summary>Begins a reconciliation, shows how far it is, then its report.</summary>
internal sealed class Reconciling(HubApi hub, Screen screen)
{
    /// <summary>While nothing moves: a system that does not answer keeps the hub trying for longer than anybody watches.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>The exit code: 0 when every course was compared.</returns>
    public async Task<int> Run(string institution, string source, DateTimeOffset? since, bool json, CancellationToken cancellation)
    {
        var run = await hub.Reconcile(institution, source, since, cancellation);
        JsonNode? answer = null;
        if (json)
            (run, answer) = await Watch(run, _ => { }, cancellation);
        else
            await screen.Work(Texts.Get("reconcile.working", 0, 0, 0, 0), async say => (run, answer) = await Watch(run, say, cancellation));
        if (json)
            screen.Json(answer!);
        else
            Show(run);
        return run.IsComplete ? 0 : 1;
    }

    private async Task<(Reconciliation Run, JsonNode Answer)> Watch(Reconciliation run, Action<string> say, CancellationToken cancellation)
    {
        var (still, last) = (Stopwatch.StartNew(), "");
        while (true)
        {
            var answer = await hub.ReconciliationJson(run, cancellation);
            run = answer.Deserialize<Reconciliation>(JsonApi.Json)!;
            var now = Texts.Get("reconcile.working", run.Courses.Count(course => course.Ended is not null), run.Courses.Count, run.Found, run.New);
            if (now != last)
                still.Restart();
            say(last = now);
            if (!run.IsRunning || still.Elapsed > Patience)
                return (run, answer);
            await Task.Delay(Pause, cancellation);
        }
    }

    private void Show(Reconciliation run)
    {
        screen.Line(Texts.Get("reconcile.window", Words.Time(run.Since), Words.Time(run.Until)));
        var table = Screen.Grid(Texts.Of("reconcile.column", "course", "found", "new", "there", "state"));
        foreach (var course in run.Courses)
            table.AddRow(
                Markup.Escape(string.Join(" / ", course.Names)), $"{course.Found}", $"{course.New}", $"{course.AlreadyThere}",
                Markup.Escape((course.Ended, course.Error) switch
                {
                    (null, null) => Texts.Get("reconcile.waiting"),
                    (null, var error) => Texts.Get("reconcile.putOff", error),
                    (_, null) => Texts.Get("reconcile.compared"),
                    (_, var error) => Texts.Get("reconcile.failed", error),
                }));
        screen.Show(table);
        screen.Line(Texts.Get("reconcile.sum", run.Found, run.New, run.AlreadyThere));
        if (run.IsRunning)
            screen.Complain(Texts.Get("reconcile.goesOn"));
        else if (!run.IsComplete)
            screen.Complain(Texts.Get("reconcile.partial", run.Courses.Count(course => course.Error is not null), run.Courses.Count));
    }
}
