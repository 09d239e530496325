using System.ComponentModel;
using System.Diagnostics;

namespace IntegrationHub.Cli;

/// <summary>Runs another program in the terminal of this one.</summary>
internal static class Tool
{
    /// <returns>Its exit code.</returns>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<int> Run(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new CliException(Texts.Get("tool.missing", program));
        }
        try
        {
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
