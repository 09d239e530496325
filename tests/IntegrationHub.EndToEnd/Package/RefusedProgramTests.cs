using System.Globalization;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>Programs that cannot become a package: a small one in the place of the hub.</summary>
public sealed class RefusedProgramTests : IDisposable
{
    private const string Program = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <SelfContained>false</SelfContained>
          </PropertyGroup>
          <ItemGroup>{0}</ItemGroup>
        </Project>
        """;

    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("en-CA", "cannot be restored", "Publish on a machine that reaches")]
    [InlineData("fr-CA", "introuvables", "Publiez sur une machine qui atteint")]
    public async Task Where_packages_cannot_be_restored_one_sentence_says_which_and_what_to_do(
        string language,
        string what,
        string remedy)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await Write("""<PackageReference Include="Example.Nowhere-To.Be.Found" Version="1.0.0" />""");
        (await _cli.Run("publish")).ShouldBe(1);
        var sentence = _cli.Errors.Trim();
        sentence.Split('\n').Length.ShouldBe(1);
        sentence.ShouldContain(what);
        sentence.ShouldContain(remedy);
        sentence.ShouldContain("(Example.Nowhere-To.Be.Found)");
        var log = Path.Combine(_cli.Workspace.Packages, "linux-x64.log");
        sentence.ShouldContain(log);
        (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).ShouldContain("NU1101");
    }

    [Fact]
    public async Task A_source_that_does_not_answer_is_the_same_sentence()
    {
        await Write("""<PackageReference Include="Example.Nowhere" Version="1.0.0" />""", source: "http://127.0.0.1:1/v3/index.json");
        (await _cli.Run("publish")).ShouldBe(1);
        _cli.Errors.Trim().Split('\n').Length.ShouldBe(1);
        _cli.Errors.ShouldContain("cannot be restored");
        _cli.Errors.ShouldContain("NU1301");
    }

    [Fact]
    public async Task A_package_that_the_real_host_could_not_run_is_refused_and_what_it_lacks_is_named()
    {
        await Write("");
        (await _cli.Run("publish")).ShouldBe(1);
        foreach (var part in new[] { "functions.metadata", "worker.config.json", "extensions.json", ".azurefunctions/", "host.json" })
            _cli.Errors.ShouldContain($"{part} is missing from the package.");
        _cli.Errors.ShouldNotContain("IntegrationHub.Functions.dll is not");
        Directory.GetFiles(_cli.Workspace.Packages, "*.zip").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_shown_with_its_faults()
    {
        await Write("", "nonsense");
        (await _cli.Run("publish")).ShouldBe(1);
        _cli.Errors.ShouldContain("error CS");
        _cli.Errors.ShouldContain("linux-x64.log");
    }

    private async Task Write(string items, string code = "System.Console.WriteLine();", string source = ".")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder, "src", "IntegrationHub.Functions")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(_cli.Folder, "nuget.config"),
            $"""<configuration><packageSources><clear /><add"""
                + $""" key="none" value="{source}" allowInsecureConnections="true" /></packageSources></configuration>"""
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "IntegrationHub.Functions.csproj"),
            Program.Replace("{0}", items, StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code);
    }
}
