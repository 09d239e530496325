using System.CommandLine;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Cli.Backup;

internal static class BackupCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var folder = new Argument<string>("FOLDER") { Description = Texts.Get("backup.folder") };
        var institution = Options.Text("--institution", "backup.institution");
        var erasures = new Option<bool>("--erasures") { Description = Texts.Get("backup.erasures") };
        var command = new Command("backup", Texts.Get("backup.help")) { folder, institution, erasures };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var storage = await HubStorage.Open(workspace, mayRun: true, screen, cancellation);
            var backup = new StorageBackup(storage.Clients, TimeProvider.System);
            var path = Path.GetFullPath(parsed.GetRequiredValue(folder));
            BackupResult result = null!;
            await Backups.Work(screen, Texts.Get("backup.working"), async progress =>
                result = await backup.Take(path, parsed.GetValue(institution), parsed.GetValue(erasures), progress, cancellation));
            return Report(screen, path, result, storage.IsLocal);
        });
        return command;
    }

    /// <returns>The exit code: 1 where there was nothing to keep.</returns>
    private static int Report(Screen screen, string path, BackupResult result, bool isLocal)
    {
        var manifest = result.Manifest;
        var (rows, blobs) = Backups.Count(manifest);
        screen.Line(Texts.Get("backup.done", rows, blobs, manifest.Files.Sum(file => file.Bytes) / 1e6, path));
        if (manifest.OnlyErasures)
            return 0;
        if (rows + blobs == 0)
        {
            screen.Complain(Texts.Get("backup.empty", manifest.Institution ?? "*"));
            return 1;
        }

        screen.Line(result.OnTheirWay == 0 ? Texts.Get("backup.drained") : Texts.Get("backup.onTheirWay", result.OnTheirWay));
        if (isLocal)
            screen.Line(Texts.Get("backup.local"));
        screen.Line(Texts.Get("backup.personal"));
        return 0;
    }
}
