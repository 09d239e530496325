using System.Diagnostics;
using System.Globalization;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>This program in another process and role: answers each line with a number, ends when its input does.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly Process process;

    private Worker(Process process) => this.process = process;

    public static Worker Start(string role, string argument, string storage)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, role, argument]);
        start.Environment["AzureWebJobsStorage"] = storage;
        return Start(start);
    }

    /// <summary>A program that answers as we do, on the core that all such programs share.</summary>
    public static Worker OnOneCore(string program, params string[] arguments) => Start(OneCore.Start(program, arguments));

    /// <summary>The worker's side.</summary>
    public static async Task Serve(Func<string, Task<double>> answer)
    {
        // Ctrl-C is for the bench, which then closes our input.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        while (await Console.In.ReadLineAsync() is { } line)
            Console.WriteLine((await answer(line)).ToString("R", CultureInfo.InvariantCulture));
    }

    public async Task<double> Ask(string line, CancellationToken cancellation)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        return await process.StandardOutput.ReadLineAsync(cancellation) is { } answer
            ? double.Parse(answer, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("A worker of the bench ended before its answer.");
    }

    private static Worker Start(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput) = (true, true);
        return new(Process.Start(start)!);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        if (await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(2))) is not { } ended || !process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
