using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Awards;

internal static class ReplayCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Create(Workspace workspace, Screen screen)
    {
        var id = new Argument<string>("ID") { Description = Texts.Get("awards.id") };
        var step = new Argument<string?>("STEP") { Description = Texts.Get("replay.step"), Arity = ArgumentArity.ZeroOrOne };
        step.AcceptOnlyFromAmong([.. AwardStep.Names]);
        var command = new Command("replay", Texts.Get("replay.help")) { id, step };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            return await Run(hub, screen, parsed.GetRequiredValue(id), parsed.GetValue(step), cancellation);
        });
        return command;
    }

    private static async Task<int> Run(IHubApi hub, Screen screen, string id, string? step, CancellationToken cancellation)
    {
        var before = await hub.Award(id, cancellation);
        if ((await hub.Replay(id, step, cancellation)).Replayed.Count == 0)
        {
            screen.Line(step is null ? Texts.Get("replay.nothingFailed", id) : Texts.Get("replay.done", Words.StepWord(step), id));
            return 0;
        }

        screen.Line(step is null ? Texts.Get("replay.allAsked", id) : Texts.Get("replay.asked", Words.StepWord(step), id));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        AwardResponse now;
        do
        {
            await Task.Delay(Pause, cancellation);
            now = await hub.Award(id, cancellation);
        }
        while (watch.Elapsed < Patience && !HasResult(before, now, step));

        foreach (var shown in now.Steps.Where(one => step is null || one.Name == step))
        {
            var error = shown.Error is null ? "" : Words.Cell(shown.Error);
            screen.Markup($"{Spectre.Console.Markup.Escape(Words.StepWord(shown.Name))}: {Words.State(shown)} {error}".TrimEnd());
        }

        if (!HasResult(before, now, step))
            screen.Line(Texts.Get("replay.goesOn", id));
        return now.Steps.Any(one => (step is null || one.Name == step) && one.State == "failed") ? 1 : 0;
    }

    // A step that failed before has a result only once it was tried again.
    private static bool HasResult(AwardResponse before, AwardResponse now, string? step) =>
        now.Steps.Where(one => step is null || one.Name == step).All(one =>
            one.State == "done" || (one.HasResult && one.Attempts > before.Step(one.Name)?.Attempts));
}
