using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Cli.Backup;

internal static class RestoreCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var folder = new Argument<string>("FOLDER") { Description = Texts.Get("restore.folder") };
        var existing = new Option<bool>("--into-existing") { Description = Texts.Get("restore.existing") };
        var yes = new Option<bool>("--yes") { Description = Texts.Get("erase.yes") };
        var command = new Command("restore", Texts.Get("restore.help")) { folder, existing, yes };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var intoExisting = parsed.GetValue(existing);
                if (intoExisting && !parsed.GetValue(yes) && !screen.Confirm(Texts.Get("restore.confirm"), Texts.Get("restore.needsYes")))
                    return 1;
                await using var storage = await HubStorage.Open(workspace, mayRun: false, screen, cancellation);
                RestoreResult result = null!;
                await Backups.Work(screen, Texts.Get("restore.working"), async progress =>
                    result = await new StorageRestore(storage.Clients, TimeProvider.System).Run(
                        Path.GetFullPath(parsed.GetRequiredValue(folder)),
                        intoExisting,
                        progress,
                        cancellation));
                Report(screen, result);
                return 0;
            });
        return command;
    }

    private static void Report(Screen screen, RestoreResult result)
    {
        var (rows, blobs) = Backups.Count(result.Manifest);
        screen.Line(Texts.Get("restore.done", rows, blobs, result.Manifest.Begun.ToString("u", CultureInfo.InvariantCulture)));
        screen.Line(Texts.Get("restore.erasures", result.Erasures));
        if (!result.Manifest.OnlyErasures)
            screen.Line(Texts.Get("restore.next"));
    }
}
