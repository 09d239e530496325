using System.Diagnostics;
using Shouldly;

namespace IntegrationHub.EndToEnd.Catalogue;

/// <summary>Validates YAML files with ajv, which implements JSON Schema completely; installed on first use.</summary>
internal static class Ajv
{
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    private static readonly string Here = Path.Combine(Repository, "tests", "IntegrationHub.EndToEnd", "Catalogue");
    private static readonly string Installed = Path.Combine(Repository, ".hub", "ajv");

    /// <summary>For each file <c>valid</c> or what is wrong with it.</summary>
    public static async Task<IReadOnlyList<string>> Validate(IEnumerable<(string Schema, string File)> files, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Installed);
        foreach (var file in new[] { "package.json", "package-lock.json", "validate.mjs" })
            File.Copy(Path.Combine(Here, file), Path.Combine(Installed, file), overwrite: true);
        if (!Directory.Exists(Path.Combine(Installed, "node_modules", "ajv")))
            await Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], "", cancellation);
        var output = await Run("node", ["validate.mjs"], string.Concat(files.Select(pair => $"{pair.Schema}\t{pair.File}\n")), cancellation);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<string> Run(string program, string[] arguments, string input, CancellationToken cancellation)
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

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "IntegrationHub.sln")) ? folder : Above(Directory.GetParent(folder)!.FullName);
}
