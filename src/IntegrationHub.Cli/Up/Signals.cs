using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IntegrationHub.Cli.Up;

internal static class Signals
{
    private const int Sigterm = 15;

    /// <summary>Asks a process to end; where there are no signals it is killed.</summary>
    public static void Terminate(Process process)
    {
        if (OperatingSystem.IsWindows())
            process.Kill();
        else
            _ = Kill(process.Id, Sigterm);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
