using IntegrationHub.Testing.Connectors;
using System.Reflection;
using IntegrationHub.Catalogue.Shapes;
using IntegrationHub.Catalogue.Yaml;
using Shouldly;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>An institution whose file fills every member that takes the name of a setting, found by reflection.</summary>
internal sealed class FullInstitution : IDisposable
{
    public FullInstitution() => Files.Spoil(
        CatalogueOnDisk.Main,
        "    kind: canvas\n",
        "    kind: canvas\n    api: { address: \"%SandboxUrl%/canvas\", secrets: { token: LAC_CANVAS_TOKEN } }\n");

    public IssuerOnDisk Files { get; } = new();

    /// <summary>Every member of any file that is marked so, as <c>Shape.Member</c>.</summary>
    public static IEnumerable<string> Members<TMark>()
        where TMark : Attribute => Shapes(typeof(InstitutionShape)).Concat(Shapes(typeof(MicroCredentialShape))).Distinct()
        .SelectMany(shape => ShapeType.Of(shape).Members)
        .Where(member => member.Property.IsDefined(typeof(TMark)))
        .Select(NameOf);

    /// <summary>Puts a text in place of each value of a member, one after the other.</summary>
    public IEnumerable<int> Replace(string member, string by)
    {
        var path = Path.Combine(Files.Folder, CatalogueOnDisk.Main);
        var text = File.ReadAllText(path);
        var values = Values(Shape(text)).Where(found => found.Member == member).Select(found => found.Value).ToList();
        values.ShouldNotBeEmpty($"The fixture fills {member}.");
        foreach (var value in values)
        {
            var lines = text.Split('\n');
            var at = lines[value.Place.Line - 1].IndexOf(value.Value, value.Place.Column - 1, StringComparison.Ordinal);
            var quote = lines[value.Place.Line - 1][at - 1] == '"' ? "" : "\"";
            lines[value.Place.Line - 1] = lines[value.Place.Line - 1].Remove(at, value.Value.Length).Insert(at, $"{quote}{by}{quote}");
            Files.Write(CatalogueOnDisk.Main, string.Join('\n', lines));
            yield return value.Place.Line;
        }

        Files.Write(CatalogueOnDisk.Main, text);
    }

    public void Dispose() => Files.Dispose();

    // Each placeholder stands for itself: the values are as written.
    private static InstitutionShape Shape(string text) =>
        ShapeReader.Read<InstitutionShape>(
            CatalogueOnDisk.Main,
            text,
            new HostSettings(name => $"%{name}%", HubKinds.All),
            new FaultList())!;

    private static IEnumerable<Type> Shapes(Type shape) => ShapeType.Of(shape).Members
        .Select(member => member.Property.PropertyType)
        .SelectMany(type => type.IsGenericType ? type.GenericTypeArguments : [type])
        .Where(type => type.IsAssignableTo(typeof(Shape)) && type != shape)
        .SelectMany(Shapes)
        .Prepend(shape);

    private static IEnumerable<(string Member, Located<string> Value)> Values(Shape shape) =>
        from member in ShapeType.Of(shape.GetType()).Members
        from value in Below(member.Property.GetValue(shape))
        from found in Found(member, value)
        select found;

    private static IEnumerable<(string Member, Located<string> Value)> Found(Member member, object? value) => value switch
    {
        Shape below => Values(below),
        Located<string> text => [(NameOf(member), text)],
        _ => [],
    };

    private static IEnumerable<object?> Below(object? value) => value switch
    {
        IEntries entries => entries.Pairs.Select(pair => pair.Value),
        System.Collections.IEnumerable list => list.Cast<object>(),
        _ => [value],
    };

    private static string NameOf(Member member) => $"{member.Property.DeclaringType!.Name}.{member.Property.Name}";
}
