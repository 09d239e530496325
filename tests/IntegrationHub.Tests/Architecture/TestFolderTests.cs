using System.Text.RegularExpressions;
using IntegrationHub.OpenBadges;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>Who knows where something is in the source knows where its tests are, and each file is built by one project.</summary>
public sealed partial class TestFolderTests
{
    /// <summary>Folders that test what is in no room: how rooms stand to each other, and what stands beside the source.</summary>
    private static readonly string[] OfNoRoom =
    [
        "Architecture", "Docs", "Infra", "Invented", "Invented/Archive", "Invented/Ledger", "Invented/Rosette", "Invented/Slate",
    ];

    private static readonly string[] Tops = ["src", "tests"];

    public static TheoryData<string> Projects =>
        [
            .. Directory
                .GetDirectories(Repository.Path("tests"))
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(name => HasFile(name, name + ".csproj")),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_under_the_name_of_a_room_is_in_that_room(string project) =>
        Folders(project).Where(folder => Room(project, folder) is { } room && !Directory.Exists(room)).ShouldBeEmpty();

    [Theory]
    [InlineData("IntegrationHub.Core.Tests")]
    [InlineData("IntegrationHub.Tests")]
    public void Every_test_is_under_the_name_of_a_room_but_for_a_few(string project) =>
        Folders(project).Where(folder => Room(project, folder) is null && !OfNoRoom.Contains(folder)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_follow_the_folders(string project) =>
        Files(project)
            .Where(file =>
                Namespace().Match(File.ReadAllText(file)) is { Success: true } found && found.Groups[1].Value != NamespaceOf(file))
            .ShouldBeEmpty();

    [Fact]
    public void No_project_compiles_the_files_of_another() =>
        Tops.SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories))
            .Where(file => !IsMade(file))
            .SelectMany(file => Compiled(file).Select(files => $"{Path.GetFileName(file)}: {files}"))
            .ShouldBeEmpty();

    private static IEnumerable<string> Compiled(string project) =>
        BoundedXml
            .Load(File.ReadAllText(project))
            .Descendants("Compile")
            .Select(item => (string?)item.Attribute("Include"))
            .OfType<string>()
            .Where(files => files.Contains("..", StringComparison.Ordinal));

    /// <summary>The folder of the source whose name a folder of tests has; null where it starts with the name of no room.</summary>
    private static string? Room(string project, string folder)
    {
        if (project == "IntegrationHub.Core.Tests")
            return Repository.Path("src", "IntegrationHub.Core", folder);
        var name = "IntegrationHub." + folder.Split('/')[0];
        var room = Tops.Select(above => Repository.Path(above, name)).FirstOrDefault(Directory.Exists);
        return room is null ? null : Path.Combine([room, .. folder.Split('/')[1..]]);
    }

    private static IEnumerable<string> Folders(string project) =>
        Files(project)
            .Select(file => Path.GetRelativePath(Repository.Path("tests", project), Path.GetDirectoryName(file)!).Replace('\\', '/'))
            .Distinct()
            .Where(folder => folder != ".");

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Repository.Path("tests", project), "*.cs", SearchOption.AllDirectories).Where(file => !IsMade(file));

    private static bool IsMade(string file) =>
        Path.GetRelativePath(Repository.Root, file)
            .Split(Path.DirectorySeparatorChar)
            .Any(part => part is "bin" or "obj" or "node_modules");


    private static string NamespaceOf(string file) =>
        Path.GetRelativePath(Repository.Path("tests"), Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');

    private static bool HasFile(string project, string file) => File.Exists(Repository.Path("tests", project, file));

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
