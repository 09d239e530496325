using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>What a key means, for people who fill it in.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MeansAttribute(string fr, string en) : Attribute
{
    public BilingualText Text => new(fr, en);
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

    public BilingualText? Means { get; } = Property.GetCustomAttribute<MeansAttribute>()?.Text;

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
