using System.ComponentModel;
using System.Diagnostics;

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
            throw new AzuriteException($"'{command}' was not found. Azurite needs Node.js 20 or later; install it and try again.");
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
                throw new AzuriteException($"'{command} {string.Join(' ', arguments)}' ended with {process.ExitCode}: {errors.Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
