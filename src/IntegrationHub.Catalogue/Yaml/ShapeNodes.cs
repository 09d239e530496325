using System.Collections;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>Binds YAML nodes to shapes; what does not fit becomes a fault at its place and is skipped.</summary>
internal sealed class ShapeNodes(string file, HostSettings settings, FaultList faults) : INodeDeserializer
{
    private readonly MemberCheck _check = new(settings, faults);

    public bool Deserialize(
        IParser reader,
        Type expectedType,
        Func<IParser, Type, object?> nestedObjectDeserializer,
        out object? value,
        ObjectDeserializer rootDeserializer)
    {
        value = null;
        Func<Type, object?> nested = type => nestedObjectDeserializer(reader, type);
        if (expectedType.IsAssignableTo(typeof(Shape)))
            value = ReadShape(reader, expectedType, nested);
        else if (expectedType.IsAssignableTo(typeof(IEntries)))
            value = ReadEntries(reader, expectedType, nested);
        else if (expectedType.IsAssignableTo(typeof(IScalar)))
            value = ReadScalar(reader, expectedType.GenericTypeArguments[0]);
        else if (expectedType.IsGenericType && expectedType.GetGenericTypeDefinition() == typeof(List<>))
            value = ReadList(reader, expectedType, nested);
        else
            return false;
        return true;
    }

    private Shape? ReadShape(IParser reader, Type type, Func<Type, object?> nested)
    {
        var (members, shorthand) = ShapeType.Of(type);
        var start = Here(reader);
        var shape = (Shape)Activator.CreateInstance(type)!;
        shape.Place = start;
        if (shorthand is not null && reader.Accept<Scalar>(out _))
        {
            Set(shape, shorthand, nested);
            return shape;
        }

        var seen = ReadMapping(reader, key =>
        {
            if (members.FirstOrDefault(member => member.Key == key.Value) is not { } member)
                return UnknownKey(key, members);
            Set(shape, member, nested);
            return true;
        });
        if (seen is null)
            return null;
        foreach (var member in members.Where(member => member.Required && !seen.Contains(member.Key)))
            _check.Missing(start, member);
        return shape;
    }

    private void Set(Shape shape, Member member, Func<Type, object?> nested) =>
        member.Property.SetValue(shape, _check.Checked(member, nested(member.Property.PropertyType)));

    private IEntries? ReadEntries(IParser reader, Type type, Func<Type, object?> nested)
    {
        var entries = (IEntries)Activator.CreateInstance(type)!;
        var seen = ReadMapping(reader, key =>
        {
            entries.Add(key, nested(entries.ValueType));
            return true;
        });
        return seen is null ? null : entries;
    }

    /// <summary>Reads a mapping key by key; a key that is not taken is skipped with its value.</summary>
    private HashSet<string>? ReadMapping(IParser reader, Func<Located<string>, bool> take)
    {
        if (!reader.TryConsume<MappingStart>(out _))
            return Mistyped<HashSet<string>>(reader, new("des clés et leurs valeurs", "keys and their values"));
        HashSet<string> seen = [];
        while (!reader.TryConsume<MappingEnd>(out _))
        {
            if (!reader.TryConsume<Scalar>(out var scalar))
            {
                Mistyped<object>(reader, new("une clé", "a key"));
                reader.SkipThisAndNestedEvents();
                continue;
            }

            var key = new Located<string>(scalar.Value, Place.At(file, scalar.Start));
            if (!seen.Add(key.Value))
                RepeatedKey(key);
            else if (IsEmpty(reader.Current))
                _check.Empty(key);
            else if (take(key))
                continue;
            reader.SkipThisAndNestedEvents();
        }

        return seen;
    }

    private IList? ReadList(IParser reader, Type type, Func<Type, object?> nested)
    {
        if (!reader.TryConsume<SequenceStart>(out _))
            return Mistyped<IList>(reader, new("une liste", "a list"));
        var list = (IList)Activator.CreateInstance(type)!;
        while (!reader.TryConsume<SequenceEnd>(out _))
        {
            if (nested(type.GenericTypeArguments[0]) is { } item)
                list.Add(item);
        }

        return list;
    }

    private object? ReadScalar(IParser reader, Type type)
    {
        var kind = ScalarKind.Of(type);
        var place = Here(reader);
        if (!reader.Accept<Scalar>(out var scalar) || kind.Parse(scalar.Value) is not { } value)
            return Mistyped<object>(reader, kind.Expected);
        reader.MoveNext();
        return Activator.CreateInstance(typeof(Located<>).MakeGenericType(type), value, place);
    }

    private Place Here(IParser reader) => Place.At(file, reader.Current!.Start);

    private static bool IsEmpty(ParsingEvent? node) =>
        node is Scalar { Value: var text } scalar
        && (string.IsNullOrWhiteSpace(text) || (scalar.Style == ScalarStyle.Plain && text is "~" or "null"));

    private T? Mistyped<T>(IParser reader, IntegrationHub.Core.Model.MicroCredentials.BilingualText expected)
        where T : class
    {
        faults.Add(
            Here(reader),
            "type",
            new($"Attendu ici : {expected.Fr}.", $"Expected here: {expected.En}."),
            new($"Écrivez {expected.Fr}.", $"Write {expected.En}."));
        reader.SkipThisAndNestedEvents();
        return null;
    }

    private bool UnknownKey(Located<string> key, IReadOnlyList<Member> members)
    {
        var known = string.Join(", ", members.Select(member => member.Key));
        faults.Add(
            key.Place,
            "unknown-key",
            new($"La clé «\u00a0{key.Value}\u00a0» n’est pas permise ici.", $"The key “{key.Value}” is not allowed here."),
            new($"Corrigez-la ou enlevez-la. Clés possibles\u00a0: {known}.", $"Fix or remove it. Possible keys: {known}."));
        return false;
    }

    private void RepeatedKey(Located<string> key) =>
        faults.Add(
            key.Place,
            "repeated-key",
            new($"La clé «\u00a0{key.Value}\u00a0» y est deux fois.", $"The key “{key.Value}” appears twice."),
            new("Gardez-en une seule.", "Keep only one."));
}
