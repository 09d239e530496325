using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>A line of code is read without scrolling sideways, in a review of two versions beside each other too.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string[] Rooms = ["src", "tests"];

    [Fact]
    public void No_line_of_code_is_too_long() =>
        Code().SelectMany(file => TooLong(file, File.ReadLines(Repository.Path(file)))).ShouldBeEmpty();

    [Fact]
    public void A_line_that_is_too_long_is_named_with_its_file_and_number() =>
        TooLong("a.cs", ["", new('x', Longest), new('x', Longest + 1)])
            .ShouldHaveSingleItem()
            .ShouldBe("a.cs:3: 141 characters");

    private static IEnumerable<string> Code() =>
        Rooms
            .SelectMany(room => Directory.EnumerateFiles(Repository.Path(room), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    private static IEnumerable<string> TooLong(string file, IEnumerable<string> lines) =>
        lines
            .Select((line, at) => (Number: at + 1, line.Length))
            .Where(line => line.Length > Longest)
            .Select(line => $"{file}:{line.Number}: {line.Length} characters");
}
