using System.ComponentModel;
using System.Diagnostics;

namespace IntegrationHub.Cli.Shell;

/// <summary>Runs another program.</summary>
internal static class Tool
{
    /// <summary>Runs it in the terminal of this one.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<int> Run(
        string program,
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellation,
        params (string Name, string Value)[] environment)
    {
        return await Run(Start(program, arguments, folder, environment), _ => Task.CompletedTask, cancellation);
    }

    /// <summary>Runs it unseen.</summary>
    /// <returns>Its exit code and all that it wrote.</returns>
    /// <exception cref="CliException">It is not installed.</exception>
    public static async Task<(int Code, string Output)> Listen(
        string program,
        IEnumerable<string> arguments,
        string folder,
        CancellationToken cancellation,
        params (string Name, string Value)[] environment)
    {
        string[] written = [];
        var start = Start(program, arguments, folder, environment);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var code = await Run(
            start,
            async process =>
                written = await Task.WhenAll(
                    process.StandardOutput.ReadToEndAsync(cancellation),
                    process.StandardError.ReadToEndAsync(cancellation)),
            cancellation);
        return (code, string.Concat(written));
    }

    private static ProcessStartInfo Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
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
