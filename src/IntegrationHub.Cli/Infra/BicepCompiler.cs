using System.Globalization;
using System.Runtime.InteropServices;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra;

/// <summary>The Bicep compiler, from NuGet into <c>.hub/bicep</c>, in one version.</summary>
internal sealed class BicepCompiler
{
    /// <summary>Names a compiler that is there already.</summary>
    public const string Variable = "HUB_BICEP";

    private const string Version = "0.49.2";

    private readonly string _program;

    private BicepCompiler(string program) => _program = program;

    /// <summary>Gets what is missing.</summary>
    /// <exception cref="CliException">There is none for this machine, or it cannot be fetched.</exception>
    public static async Task<BicepCompiler> Get(Workspace workspace, CancellationToken cancellation)
    {
        if (workspace.Environment(Variable) is { Length: > 0 } given)
            return File.Exists(given) ? new(given) : throw new CliException(Texts.Get("infra.noBicep", Variable, given));
        var package = $"azure.bicep.commandline.{Platform()}";
        var program = Path.Combine(workspace.BicepFolder, package, Version, "tools", OperatingSystem.IsWindows() ? "bicep.exe" : "bicep");
        if (!File.Exists(program))
            await Fetch(workspace, package, program, cancellation);
        return new(program);
    }

    /// <summary>Runs the compiler.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public Task<(int Code, string Output)> Run(string folder, CancellationToken cancellation, params string[] arguments) =>
        Tool.Listen(_program, arguments, folder, cancellation);

    private static string Platform()
    {
        var system =
            OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsMacOS() ? "osx"
            : OperatingSystem.IsWindows() ? "win"
            : null;
        var processor = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => null,
        };
        return system is null || processor is null || RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            ? throw new CliException(Texts.Get("infra.platform", RuntimeInformation.RuntimeIdentifier, Variable))
            : $"{system}-{processor}";
    }

    // By way of a restore, so that the person's own package sources and proxies are used and NuGet checks the package.
    private static async Task Fetch(Workspace workspace, string package, string program, CancellationToken cancellation)
    {
        Directory.CreateDirectory(workspace.BicepFolder);
        var project = Path.Combine(workspace.BicepFolder, "bicep.csproj");
        await File.WriteAllTextAsync(project, string.Create(CultureInfo.InvariantCulture, $"""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageDownload Include="{package}" Version="[{Version}]" /></ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """), cancellation);
        var (code, output) = await Tool.Listen(
            "dotnet", ["restore", project, "--packages", workspace.BicepFolder, "--nologo", "-v", "quiet"], workspace.Root, cancellation);
        if (code != 0 || !File.Exists(program))
            throw new CliException(Texts.Get("infra.notFetched", package, Version, Variable, output.Trim()));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
    }
}
