using System.Globalization;
using System.IO.Compression;
using IntegrationHub.Cli.Publish;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Publish;

/// <summary>With a small program in the place of the hub; the real one is published by the end-to-end tests.</summary>
public sealed class PublishTests : IDisposable
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
    [InlineData("en-CA", "azure", "cannot be restored", "--host embedded")]
    [InlineData("fr-CA", "azure", "introuvables", "--host embedded")]
    [InlineData("en-CA", "embedded", "cannot be restored", "publish on a machine that reaches")]
    public async Task Where_packages_cannot_be_restored_one_sentence_says_which_and_what_to_do(string language, string host, string what, string remedy)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await Write("""<PackageReference Include="Example.Nowhere-To.Be.Found" Version="1.0.0" />""");
        (await _cli.Run("publish", "--host", host)).ShouldBe(1);
        var sentence = _cli.Errors.Trim();
        sentence.Split('\n').Length.ShouldBe(1);
        sentence.ShouldContain(what);
        sentence.ShouldContain(remedy);
        sentence.ShouldContain("(Example.Nowhere-To.Be.Found)");
        var log = Path.Combine(_cli.Workspace.Packages, $"{host}-linux-x64.log");
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
            _cli.Errors.ShouldContain($"{part} is not in the package.");
        _cli.Errors.ShouldNotContain("IntegrationHub.Functions.dll is not");
        Directory.GetFiles(_cli.Workspace.Packages, "*.zip").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_that_does_not_compile_is_shown_with_its_faults()
    {
        await Write("", "nonsense");
        (await _cli.Run("publish", "--host", "embedded")).ShouldBe(1);
        _cli.Errors.ShouldContain("error CS");
        _cli.Errors.ShouldContain("embedded-linux-x64.log");
    }

    [Theory]
    [InlineData("publish", "--runtime", "osx-arm64")]
    [InlineData("publish", "--host", "aws")]
    public async Task What_cannot_be_made_is_refused_before_anything_is_built(params string[] arguments)
    {
        (await _cli.Run(arguments)).ShouldBe(1);
        _cli.Errors.ShouldNotBeEmpty();
        Directory.Exists(_cli.Workspace.Packages).ShouldBeFalse();
    }

    [Fact]
    public void Settings_of_a_machine_are_never_in_a_package()
    {
        foreach (var file in new[] { "local.settings.json", "Local.Settings.Sample.json", "host.json", "settings.local.json" })
            File.WriteAllText(Path.Combine(_cli.Folder, file), "{}");
        var faults = AppPackage.Faults(_cli.Folder, AppHost.Embedded).Where(fault => fault.Contains("secrets", StringComparison.Ordinal)).ToList();
        faults.Count.ShouldBe(2);
        faults.ShouldContain(fault => fault.StartsWith("local.settings.json", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("Local.Settings.Sample.json", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_files_make_the_same_zip_whenever_and_in_whatever_order_they_were_written()
    {
        string[] names = [".azurefunctions/function.deps.json", "IntegrationHub.Functions", "fr/texts.dll", "host.json"];
        var (one, other) = (Zip("one", names), Zip("other", [.. names.Reverse()]));
        File.ReadAllBytes(one).ShouldBe(File.ReadAllBytes(other));
        using var zip = ZipFile.OpenRead(one);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(names);
        (zip.GetEntry("IntegrationHub.Functions")!.ExternalAttributes >> 16 & 0b111_111_111).ShouldBe(0b111_101_101);
        (zip.GetEntry("host.json")!.ExternalAttributes >> 16 & 0b111_111_111).ShouldBe(0b110_100_100);
    }

    private string Zip(string name, string[] files)
    {
        var folder = Path.Combine(_cli.Folder, name);
        foreach (var file in files.Select(file => Path.Combine(folder, file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Path.GetFileName(file));
            File.SetLastWriteTimeUtc(file, new(2026, 11, 1 + (file.Length + name.Length) % 28, 0, 0, 0, DateTimeKind.Utc));
        }

        AppPackage.Zip(folder, folder + ".zip").ShouldBe(files.Length);
        return folder + ".zip";
    }

    private async Task Write(string items, string code = "System.Console.WriteLine();", string source = ".")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_cli.Folder, "src", "IntegrationHub.Functions")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_cli.Folder, "nuget.config"),
            $"""<configuration><packageSources><clear /><add key="none" value="{source}" allowInsecureConnections="true" /></packageSources></configuration>""");
        await File.WriteAllTextAsync(Path.Combine(folder, "IntegrationHub.Functions.csproj"), Program.Replace("{0}", items, StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), code);
    }
}
