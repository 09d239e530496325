using System.Diagnostics;
using System.IO.Compression;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.OpenBadges;

/// <summary>The package of the library, made once, on a machine where no program but .NET is found: no Node, no git.</summary>
public sealed class PackedLibrary : IAsyncLifetime
{
    private static readonly string Program = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet")).First(File.Exists);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("open-badges-");

    /// <summary>Where the packages lie.</summary>
    public string Feed => Path.Combine(_folder.FullName, "feed");

    public async ValueTask InitializeAsync() => await DotNet(
        "pack", Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges"), "--configuration", "Release", "--nologo",
        "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), "--output", Feed,
        "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");

    /// <summary>A package as an archive.</summary>
    /// <param name="extension"><c>nupkg</c> or, of the symbols, <c>snupkg</c>.</param>
    public ZipArchive Open(string extension) => ZipFile.OpenRead(Directory.GetFiles(Feed, $"*.{extension}").ShouldHaveSingleItem());

    /// <summary>A folder beside the packages.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder.FullName, name)).FullName;

    /// <summary>Runs <c>dotnet</c> and gives what it prints.</summary>
    public async Task<string> DotNet(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = _folder.FullName, ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await output + await errors);
        return await output;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
