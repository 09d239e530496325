using System.Diagnostics;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Cli.Backup;

/// <summary>What the two commands share: progress, and faults as sentences.</summary>
internal static class Backups
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs the work, telling now and then how far it is.</summary>
    /// <exception cref="CliException">It cannot be done; the message says why and what to do.</exception>
    public static async Task Work(Screen screen, string text, Func<IProgress<BackupProgress>, Task> work)
    {
        try
        {
            await screen.Work(text, say => work(new Told(say)));
        }
        catch (BackupException fault)
        {
            throw new CliException(Texts.Get($"backup.fault.{fault.Fault}", fault.What));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(Texts.Get("backup.failed", failure.Message));
        }
    }

    /// <summary>Rows and blobs in a backup; what was read twice counts once.</summary>
    public static (long Rows, long Blobs) Count(BackupManifest manifest)
    {
        long Of(BackupFileKind kind) => manifest.Files.Where(file => file.Kind == kind).DistinctBy(file => file.Of).Sum(file => file.Lines);
        return (Of(BackupFileKind.Rows), Of(BackupFileKind.Blobs));
    }

    private sealed class Told(Action<string> say) : IProgress<BackupProgress>
    {
        private readonly Lock _lock = new();
        private readonly Stopwatch _since = Stopwatch.StartNew();

        public void Report(BackupProgress value)
        {
            lock (_lock)
            {
                if (_since.Elapsed < Pause)
                    return;
                _since.Restart();
                say(Texts.Get("backup.progress", value.Name, value.Count));
            }
        }
    }
}
