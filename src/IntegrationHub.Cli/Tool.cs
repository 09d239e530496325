using System.ComponentModel;
using System.Diagnostics;

namespace IntegrationHub.Cli;

/// <summary>Runs another program.</summary>
internal static class Tool
{
    /// <summary>Runs it in the terminal of this one.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<int> Run(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return await Run(start, _ => Task.CompletedTask, cancellation);
    }

    /// <summary>Runs it unseen.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<(int Code, string Output)> Listen(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        string[] written = [];
        var code = await Run(
            new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
            async process => written = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation)),
            cancellation);
        return (code, string.Concat(written));
    }

    private static async Task<int> Run(ProcessStartInfo start, Func<Process, Task> read, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new CliException(Texts.Get("tool.missing", start.FileName));
        }
        try
        {
            await read(process);
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
