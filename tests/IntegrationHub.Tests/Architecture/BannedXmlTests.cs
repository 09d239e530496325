using System.Reflection;
using System.Xml.Linq;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Architecture;

/// <summary>No XML becomes a tree but through <c>BoundedXml</c>, which counts depth and size first.</summary>
public sealed class BannedXmlTests
{
    [Theory]
    [InlineData(typeof(XDocument))]
    [InlineData(typeof(XElement))]
    [InlineData(typeof(XNode))]
    public void Every_way_to_a_tree_is_banned(Type tree)
    {
        var banned = File.ReadLines(Path.Combine(Repository.Root, "BannedSymbols.txt")).Select(line => line.Split(';')[0]).ToHashSet();

        tree.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.Name is "Load" or "LoadAsync" or "Parse" or "ReadFrom" or "ReadFromAsync")
            .Select(method =>
                $"M:{tree.FullName}.{method.Name}"
                    + $"({string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.FullName))})"
            )
            .ShouldBeSubsetOf(banned);
        banned.ShouldContain("T:System.Xml.XmlDocument");
    }

    [Fact]
    public void The_ban_is_lifted_in_one_place() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                File.ReadAllText(file) is var text
                && text.Contains("RS0030", StringComparison.Ordinal)
                && text.Contains("System.Xml", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .ShouldBe(["BoundedXml.cs"]);
}
