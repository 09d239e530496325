using System.Diagnostics;
using IntegrationHub.EndToEnd.Azurite;
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
    public async Task<IReadOnlyList<string>> Ask(IEnumerable<string> lines, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Installed);
        foreach (var file in new[] { "package.json", "package-lock.json", Script })
            File.Copy(Path.Combine(Repository.Root, "tests", "IntegrationHub.EndToEnd", Folder, file), Path.Combine(Installed, file), overwrite: true);
        if (!Directory.Exists(Path.Combine(Installed, "node_modules", Package)))
            await Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], "", cancellation);
        var output = await Run("node", [Script], string.Concat(lines.Select(line => $"{line}\n")), cancellation);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

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
