using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Backup;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Monitoring;
using IntegrationHub.Storage;
using Spectre.Console;

namespace IntegrationHub.Cli.Queues;

internal static class QueuesCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var command = new Command("queues", Texts.Get("queues.help"));
        command.SetAction(async (_, cancellation) =>
        {
            await using var storage = await HubStorage.Open(workspace, mayRun: true, screen, cancellation);
            try
            {
                return Show(screen, await new QueueWatch(storage.Clients, TimeProvider.System).Read(cancellation));
            }
            catch (IOException failure)
            {
                throw new CliException(Texts.Get("backup.failed", failure.Message), 2);
            }
        });
        return command;
    }

    /// <returns>The exit code: 0 where nothing is on its way.</returns>
    private static int Show(Screen screen, IReadOnlyList<QueueReading> queues)
    {
        var table = Screen.Grid(Texts.Get("queues.queue"), Texts.Get("queues.messages"), Texts.Get("queues.oldest"));
        foreach (var queue in queues)
        {
            var age = queue.OldestAge > TimeSpan.Zero ? $"{queue.OldestAge.TotalSeconds:N0} s" : "";
            table.AddRow(queue.Queue, queue.Length.ToString("N0", CultureInfo.CurrentCulture), age);
        }

        screen.Show(table);
        return queues.Any(queue => queue.Length > 0) ? 1 : 0;
    }
}
