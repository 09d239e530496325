using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Cli.Sources;

/// <summary><c>hub sources test</c>: sends a test event and waits for its verdict.</summary>
internal static class TestSourceCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Another instance may have taken it: its journal is written once a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    public static Command Create(Workspace workspace, Screen screen)
    {
        var name = SourcesCommand.Source();
        var command = new Command("test", Texts.Get("sources.test")) { name };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = Connected.Hub(workspace);
                var source = SourceList.Named(parsed.GetRequiredValue(name), [.. (await hub.Sources(cancellation)).Select(SourceInfo.Of)]);
                var test = await hub.TestSource(source.Institution, source.Source, cancellation);
                screen.Line(
                    Text.In(
                        CultureInfo.CurrentUICulture.Name,
                        $"source.test.{char.ToUpperInvariant(test.Outcome[0])}{test.Outcome[1..]}",
                        test.Status));
                if (test.Outcome == "onlyTheSender")
                {
                    foreach (var trigger in source.Guide(workspace.Kinds).Select(way => way.Trigger).Distinct())
                        screen.Line(trigger.In(CultureInfo.CurrentUICulture.Name));
                }

                return test.Outcome is "taken" or "notTaken" ? await Wait(hub, screen, source, test.Id!, cancellation) : 1;
            });
        return command;
    }

    private static async Task<int> Wait(IHubApi hub, Screen screen, SourceInfo source, string id, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Pause, cancellation))
        {
            var deliveries = (await hub.Source(source.Institution, source.Source, cancellation)).Deliveries;
            if (deliveries.FirstOrDefault(delivery => delivery.IsTest && delivery.TrackingId == id) is not { } heard)
                continue;
            screen.Line(
                string.Join(
                    " ",
                    new[]
                    {
                        $"{Bilingual.Read(heard.VerdictText)}:",
                        Texts.Get("sources.isTest") + ".",
                        Bilingual.Read(heard.Why),
                        heard.Fault,
                    }.OfType<string>()));
            return heard.Verdict == "ignored" ? 0 : 1;
        }

        screen.Complain(Texts.Get("sources.notSeen", Patience.TotalSeconds));
        return 1;
    }
}
