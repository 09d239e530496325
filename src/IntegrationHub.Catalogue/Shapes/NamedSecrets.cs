using System.Collections;
using IntegrationHub.Catalogue.Yaml;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>The names of secrets in a file: whatever its shape marks with <see cref="SettingNameAttribute"/>.</summary>
internal static class NamedSecrets
{
    /// <summary>The names that a shape holds, with their places.</summary>
    public static IEnumerable<Located<string>> In(Shape shape) =>
        from member in ShapeType.Of(shape.GetType()).Members
        from value in Values(member.Property.GetValue(shape))
        from name in Names(member, value)
        select name;

    private static IEnumerable<Located<string>> Names(Member member, object? value) => value switch
    {
        Shape below => In(below),
        Located<string> text when member.Constraints.Any(constraint => constraint is SettingNameAttribute) => [text],
        _ => [],
    };

    private static IEnumerable<object?> Values(object? value) => value switch
    {
        IEntries entries => entries.Pairs.Select(pair => pair.Value),
        IEnumerable list => list.Cast<object?>(),
        _ => [value],
    };
}
