using System.Diagnostics;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Up;

/// <summary>A program that <c>hub up</c> started: its output goes to a log file, its last lines are remembered.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int TailLength = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process process;
    private readonly Queue<string> tail = new();
    private readonly StreamWriter log;

    private Child(string name, string logFile, ProcessStartInfo start)
    {
        Name = name;
        LogFile = logFile;
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        log = new(logFile, append: false) { AutoFlush = true };
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public string Name { get; }

    public string LogFile { get; }

    public Task Exited { get; private set; } = Task.CompletedTask;

    public int Id => process.Id;

    /// <summary>Starts one of our programs with settings as environment variables.</summary>
    public static Child OfProgram(string name, string logs, string assembly, IReadOnlyDictionary<string, string> settings, string folder) =>
        OfProgram(name, logs, new("dotnet", [assembly]) { WorkingDirectory = folder }, settings);

    /// <summary>Starts a program with settings as environment variables.</summary>
    public static Child OfProgram(string name, string logs, ProcessStartInfo start, IReadOnlyDictionary<string, string> settings)
    {
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (setting, value) in settings)
            start.Environment[setting == "urls" ? "ASPNETCORE_URLS" : setting.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Start(name, Path.Combine(logs, name + ".log"), start);
    }

    public static Child Start(string name, string logFile, ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var child = new Child(name, logFile, start);
        child.process.Start();
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        child.Exited = child.process.WaitForExitAsync(CancellationToken.None);
        return child;
    }

    public CliException Obituary() =>
        new(
            string.Join(
                Environment.NewLine,
                [Texts.Get("child.died", Name, process.ExitCode, LogFile), .. Tail().Select(line => "  " + line)]));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Signals.Terminate(process);
            await Task.WhenAny(Exited, Task.Delay(Patience));
        }
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await Exited;
        }
        process.Dispose();
        await log.DisposeAsync();
    }

    private string[] Tail()
    {
        lock (tail)
            return [.. tail];
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (tail)
        {
            log.WriteLine(line);
            tail.Enqueue(line);
            if (tail.Count > TailLength)
                tail.Dequeue();
        }
    }
}
