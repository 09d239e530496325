using System.ComponentModel;
using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Azurite;

internal static class NodeTools
{
    /// <summary>Starts a command of Node.js with the console kept away from it.</summary>
    public static Process Start(string command, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new AzuriteException(Texts.Get("azurite.noNode", command));
        }
    }

    public static async Task RunAsync(string command, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(command, arguments, folder);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(output, process.WaitForExitAsync(cancellationToken));
            if (process.ExitCode != 0)
                throw new AzuriteException(
                    Texts.Get("azurite.ended", $"{command} {string.Join(' ', arguments)}", process.ExitCode, errors.Trim()));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
