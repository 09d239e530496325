using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>What a key means, for people who fill it in.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class MeansAttribute(string fr, string en) : Attribute
{
    public BilingualText For(ConnectorKinds kinds)
    {
        var notes = Notes(kinds).ToList();
        return notes.Count == 0 ? new(fr, en) : new(
            $"{fr} ({string.Join(" ; ", notes.Select(note => $"{note.Kind.Title.Fr} : {note.Means.Fr}"))})",
            $"{en} ({string.Join("; ", notes.Select(note => $"{note.Kind.Title.En}: {note.Means.En}"))})");
    }

    /// <summary>What kinds of systems call it.</summary>
    protected virtual IEnumerable<(ConnectionKind Kind, BilingualText Means)> Notes(ConnectorKinds kinds) => [];
}

/// <summary><c>%Name%</c> in the value stands for a setting of the host.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostSettingsAllowedAttribute : Attribute;

/// <summary>A scalar in place of the mapping is short for this one key.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShorthandAttribute(string property) : Attribute
{
    public string Property => property;
}

/// <summary>One key of a shape.</summary>
internal sealed record Member(string Key, PropertyInfo Property)
{
    public bool Required { get; } = Property.IsDefined(typeof(RequiredAttribute));

    public bool HostSettingsAllowed { get; } = Property.IsDefined(typeof(HostSettingsAllowedAttribute));

    /// <summary>What the key means, with what kinds of systems add to it.</summary>
    public BilingualText? MeansFor(ConnectorKinds kinds) => Property.GetCustomAttribute<MeansAttribute>()?.For(kinds);

    public IReadOnlyList<ConstraintAttribute> Constraints { get; } = [.. Property.GetCustomAttributes<ConstraintAttribute>()];
}

/// <summary>The keys of a shape, in the order of its properties, those of its base first.</summary>
internal sealed record ShapeType(IReadOnlyList<Member> Members, Member? Shorthand)
{
    // Reading attributes costs more than all the rest of reading a file.
    private static readonly ConcurrentDictionary<Type, ShapeType> Known = new();

    public static ShapeType Of(Type type) => Known.GetOrAdd(type, Read);

    private static ShapeType Read(Type type)
    {
        Member[] members =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.DeclaringType != typeof(Shape))
                .OrderBy(property => property.DeclaringType == type)
                .Select(property => new Member(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property)),
        ];
        var shorthand = type.GetCustomAttribute<ShorthandAttribute>()?.Property;
        return new(members, members.FirstOrDefault(member => member.Property.Name == shorthand));
    }
}
