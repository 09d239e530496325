using System.CommandLine;
using System.Globalization;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Kinds;
using Spectre.Console;

namespace IntegrationHub.Cli.Sources;

/// <summary><c>hub sources show</c>: the address, what to paste where, the last deliveries.</summary>
internal static class ShowCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var (name, folder, json) = (SourcesCommand.Source(), SourcesCommand.Folder(), Options.Json());
        var command = new Command("show", Texts.Get("sources.show")) { name, folder, json };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var source = SourceList.Named(
                    parsed.GetRequiredValue(name),
                    await SourceList.Read(workspace, screen, parsed.GetValue(folder), cancellation));
                if (parsed.GetValue(json))
                    screen.Json(source);
                else
                    Show(screen, source, source.Guide(workspace.Kinds));
                return 0;
            });
        return command;
    }

    private static void Show(Screen screen, SourceInfo source, IReadOnlyList<SourceSteps> guide)
    {
        screen.Line($"{source.Name}  {source.Address}");
        foreach (var way in guide)
        {
            screen.Line();
            screen.Line(way.Name.In(CultureInfo.CurrentUICulture.Name));
            foreach (var (number, step) in way.Steps.Index())
                screen.Line($"  {number + 1}. {step.In(CultureInfo.CurrentUICulture.Name)}");
        }

        screen.Line();
        foreach (var secret in source.Secrets)
            screen.Line(
                Texts.Get(
                    secret.HasValue switch
                    {
                        true => "sources.secretThere",
                        false => "sources.secretMissing",
                        null => "sources.secretUnasked",
                    },
                    secret.Purpose,
                    secret.Setting));
        if (source.Deliveries is { } deliveries)
            Show(screen, deliveries);
    }

    private static void Show(Screen screen, IReadOnlyList<SourceDelivery> deliveries)
    {
        screen.Line();
        if (deliveries.Count == 0)
        {
            screen.Line(Texts.Get("sources.notHeard"));
            return;
        }

        var table = Screen.Grid(Texts.Of("sources", "at", "verdict", "what", "why", "tracking"));
        foreach (var delivery in deliveries)
        {
            table.AddRow(
                Words.Time(delivery.At),
                Markup.Escape(Bilingual.Read(delivery.VerdictText)!),
                Markup.Escape(delivery.IsTest ? Texts.Get("sources.isTest") : delivery.What ?? "–"),
                Markup.Escape(string.Join(" ", new[] { Bilingual.Read(delivery.Why), delivery.Fault }.OfType<string>())),
                Markup.Escape(delivery.TrackingId ?? "–"));
        }

        screen.Show(table);
    }
}
