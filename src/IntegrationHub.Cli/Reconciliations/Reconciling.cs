using System.Diagnostics;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using Spectre.Console;

namespace IntegrationHub.Cli.Reconciliations;

/// <summary>Begins a reconciliation, shows how far it is, then its report.</summary>
internal sealed class Reconciling(IHubApi hub, Screen screen)
{
    /// <summary>While nothing moves: a system that does not answer keeps the hub trying for longer than anybody watches.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>The exit code: 0 when every course was compared.</returns>
    public async Task<int> Run(string institution, string source, DateTimeOffset? since, bool json, CancellationToken cancellation)
    {
        var run = await hub.Reconcile(new(institution, source, since), cancellation);
        if (json)
            run = await Watch(run, _ => { }, cancellation);
        else
            await screen.Work(Texts.Get("reconcile.working", 0, 0, 0, 0), async say => run = await Watch(run, say, cancellation));
        if (json)
            screen.Json(run);
        else
            Show(run);
        return run.State == "complete" ? 0 : 1;
    }

    private async Task<ReconciliationResponse> Watch(ReconciliationResponse run, Action<string> say, CancellationToken cancellation)
    {
        var (still, last) = (Stopwatch.StartNew(), "");
        while (true)
        {
            run = await hub.Reconciliation(run.Institution, run.Source, run.Id, cancellation);
            var now = Texts.Get(
                "reconcile.working",
                run.Courses.Count(course => course.Ended is not null),
                run.Courses.Count,
                run.Found,
                run.New);
            if (now != last)
                still.Restart();
            say(last = now);
            if (run.State != "running" || still.Elapsed > Patience)
                return run;
            await Task.Delay(Pause, cancellation);
        }
    }

    private void Show(ReconciliationResponse run)
    {
        screen.Line(Texts.Get("reconcile.window", Words.Time(run.Since), Words.Time(run.Until)));
        var table = Screen.Grid(Texts.Of("reconcile.column", "course", "found", "new", "there", "state"));
        foreach (var course in run.Courses)
            table.AddRow(
                Markup.Escape(string.Join(" / ", course.Names)),
                $"{course.Found}",
                $"{course.New}",
                $"{course.AlreadyThere}",
                Markup.Escape(
                    (course.Ended, Bilingual.Read(course.Why) ?? course.Error) switch
                    {
                        (null, null) => Texts.Get("reconcile.waiting"),
                        (null, var error) => Texts.Get("reconcile.putOff", error),
                        (_, null) => Texts.Get("reconcile.compared"),
                        (_, var error) => Texts.Get("reconcile.failed", error),
                    }));
        screen.Show(table);
        screen.Line(Texts.Get("reconcile.sum", run.Found, run.New, run.AlreadyThere));
        if (run.State == "running")
            screen.Complain(Texts.Get("reconcile.goesOn"));
        else if (run.State != "complete")
            screen.Complain(Texts.Get("reconcile.partial", run.Courses.Count(course => course.Error is not null), run.Courses.Count));
    }
}
