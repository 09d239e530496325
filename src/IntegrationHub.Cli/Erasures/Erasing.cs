using System.Diagnostics;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Erasures;

/// <summary>Has learners erased and waits until the ledger says that it is done.</summary>
internal sealed class Erasing(IHubApi hub, Screen screen)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task<int> Erase(string institution, string studentNumber, CancellationToken cancellation)
    {
        var line = await hub.Erase(new(institution, studentNumber), cancellation);
        await screen.Work(Texts.Get("erase.working"), async _ => line = await Finish(line, cancellation));
        if (line.Done is null)
        {
            screen.Line(Texts.Get("erase.goesOn"));
            return 1;
        }

        screen.Line(Texts.Get("erase.done", line.Credentials, line.Awards, line.Deliveries));
        screen.Line(Texts.Get("erase.left"));
        if (line.Kept.Count > 0)
        {
            screen.Line(Texts.Get("erase.kept"));
            foreach (var place in line.Kept)
                screen.Line($"  {Texts.Get($"erase.kept.{place}")}");
        }

        return 0;
    }

    public async Task<int> Replay(string institution, CancellationToken cancellation)
    {
        var learners = (await hub.ReplayErasures(institution, cancellation)).Learners;
        var done = 0;
        await screen.Work(Texts.Get("erase.replaying", 0, learners.Count), async say =>
        {
            foreach (var learner in learners)
            {
                var line = await hub.Erasure(institution, learner, cancellation);
                done += (await Finish(line, cancellation)).Done is null ? 0 : 1;
                say(Texts.Get("erase.replaying", done, learners.Count));
            }
        });
        screen.Line(Texts.Get(done == learners.Count ? "erase.replayed" : "erase.goesOn", done));
        return done == learners.Count ? 0 : 1;
    }

    private async Task<ErasureResponse> Finish(ErasureResponse line, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (line.Done is null && watch.Elapsed < Patience)
        {
            await Task.Delay(Pause, cancellation);
            line = await hub.Erasure(line.Institution, line.Learner, cancellation);
        }

        return line;
    }
}
