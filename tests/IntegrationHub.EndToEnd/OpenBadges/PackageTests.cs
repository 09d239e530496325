using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.OpenBadges;

/// <summary>What a stranger gets who takes the library from a feed.</summary>
public sealed partial class PackageTests(PackedLibrary packed) : IClassFixture<PackedLibrary>
{
    private const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_package_holds_the_library_its_documentation_and_its_readme_and_nothing_of_node()
    {
        using var package = packed.Open("nupkg");

        package.Entries.Select(entry => entry.FullName).Where(name => !IsOfNuGet(name)).ShouldBe(
            ["lib/net10.0/IntegrationHub.OpenBadges.dll", "lib/net10.0/IntegrationHub.OpenBadges.xml", "README.md"], ignoreOrder: true);
    }

    [Fact]
    public void The_package_says_what_it_is_and_names_no_repository_and_no_licence()
    {
        using var package = packed.Open("nupkg");
        var nuspec = Bytes(package, "IntegrationHub.OpenBadges.nuspec");
        var manifest = BoundedXml.Load(nuspec, DoctypeHandling.Refused).Root!.Elements().First();
        var said = manifest.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        said["id"].ShouldBe("IntegrationHub.OpenBadges");
        said["readme"].ShouldBe("README.md");
        said["description"].ShouldContain("Open Badges 3.0");
        said["tags"].Split(' ').ShouldContain("verifiable-credentials");
        said.Keys.ShouldNotContain("license");
        said.Keys.ShouldNotContain("repository");
        said.Keys.ShouldNotContain("projectUrl");
        manifest.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value)
            .ShouldBe(["Microsoft.IdentityModel.JsonWebTokens", "NSec.Cryptography"], ignoreOrder: true);
    }

    [Fact]
    public void The_symbols_hold_the_sources_and_no_path_of_the_machine_that_made_them()
    {
        using var symbols = packed.Open("snupkg");
        using var package = packed.Open("nupkg");
        var pdb = Encoding.Latin1.GetString(Bytes(symbols, "lib/net10.0/IntegrationHub.OpenBadges.pdb"));
        var library = Encoding.Latin1.GetString(Bytes(package, "lib/net10.0/IntegrationHub.OpenBadges.dll"));

        pdb.Length.ShouldBeGreaterThan(library.Length / 2, "the sources are inside");
        library.ShouldContain("/_/obj/");
        foreach (var path in new[] { Repository.Root, Path.GetDirectoryName(packed.Feed)! })
        {
            library.ShouldNotContain(path);
            pdb.ShouldNotContain(path);
        }
    }

    [Fact]
    public async Task What_the_readme_shows_runs_from_the_package()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "src", "IntegrationHub.OpenBadges", "README.md"), Cancellation);
        var shown = Shown().Matches(readme).Select(block => block.Groups[1].Value).ToList();
        var program = packed.NewFolder("program");
        await File.WriteAllTextAsync(Path.Combine(program, "Program.cs"), Program(shown[0], shown[1]), Cancellation);
        await File.WriteAllTextAsync(Path.Combine(program, "program.csproj"), Project(), Cancellation);

        var said = await packed.DotNet("run", "--project", program);

        said.TrimEnd().ShouldEndWith("Valid");
    }

    /// <summary>Only one project of the repository makes a package.</summary>
    [Fact]
    public void Nothing_else_is_packed() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("<IsPackable>true", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(["IntegrationHub.OpenBadges"]);

    private static bool IsOfNuGet(string name) =>
        name is "[Content_Types].xml" or "IntegrationHub.OpenBadges.nuspec" || name.Split('/')[0] is "_rels" or "package";

    private static string Program(string usings, string code) =>
        $"""
        {usings}
        var picture = Convert.FromBase64String("{OnePixel}");
        {code}
        Console.WriteLine(verdict);
        """;

    private static byte[] Bytes(ZipArchive package, string name)
    {
        using var content = new MemoryStream();
        using (var entry = package.GetEntry(name).ShouldNotBeNull().Open())
            entry.CopyTo(content);
        return content.ToArray();
    }

    // What the package needs is taken from where this repository was restored to; the package itself goes to a folder of its own.
    private string Project() =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestoreAdditionalProjectSources>{packed.Feed}</RestoreAdditionalProjectSources>
            <RestorePackagesPath>{packed.NewFolder("packages")}</RestorePackagesPath>
            <RestoreFallbackFolders>{Restored()}</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="IntegrationHub.OpenBadges" Version="0.1.0" />
          </ItemGroup>
        </Project>
        """;

    private static string Restored() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex(@"^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();
}
