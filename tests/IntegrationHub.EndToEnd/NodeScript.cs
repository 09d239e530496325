using System.Diagnostics;
using IntegrationHub.Testing;
using Shouldly;

namespace IntegrationHub.EndToEnd;

/// <summary>A script of these tests that runs in Node with packages from npm; installed on first use into <c>.hub</c>.</summary>
/// <param name="Folder">Where script, package.json and its lock lie, under this project.</param>
/// <param name="Script">The script; it reads lines and answers each with one.</param>
/// <param name="Name">Its folder in <c>.hub</c>.</param>
/// <param name="Package">One of its packages, by which to tell whether they are there.</param>
internal sealed record NodeScript(string Folder, string Script, string Name, string Package)
{
    private string Installed => Path.Combine(Repository.Root, ".hub", Name);

    /// <summary>What it answers.</summary>
    public async Task<IReadOnlyList<string>> Ask(IEnumerable<string> lines, CancellationToken cancellation) =>
        (await Print(string.Concat(lines.Select(line => $"{line}\n")), cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All that it prints, as it stands.</summary>
    public async Task<string> Print(string input, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Installed);
        var isInstalled = Directory.Exists(Path.Combine(Installed, "node_modules", Package))
            && await IsSame("package-lock.json", cancellation);
        foreach (var file in new[] { "package.json", "package-lock.json", Script })
            File.Copy(Source(file), Path.Combine(Installed, file), overwrite: true);
        if (!isInstalled)
            await Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], "", cancellation);
        return await Run("node", [Script], input, cancellation);
    }

    private string Source(string file) => Path.Combine(Repository.Root, "tests", "IntegrationHub.EndToEnd", Folder, file);

    private async Task<bool> IsSame(string file, CancellationToken cancellation) =>
        await File.ReadAllTextAsync(Source(file), cancellation) == await File.ReadAllTextAsync(Path.Combine(Installed, file), cancellation);

    private async Task<string> Run(string program, string[] arguments, string input, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Installed,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
