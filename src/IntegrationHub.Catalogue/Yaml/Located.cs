using System.Collections;
using YamlDotNet.Core;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>A place in a catalogue file.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public static Place At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}

/// <summary>Anything that knows where it was written.</summary>
internal interface ILocated
{
    Place Place { get; }
}

/// <summary>A scalar with its value and place.</summary>
internal interface IScalar : ILocated
{
    object Content { get; }
}

/// <inheritdoc cref="IScalar"/>
internal sealed record Located<T>(T Value, Place Place) : IScalar
    where T : notnull
{
    public object Content => Value;
}

/// <summary>A mapping with known keys: its properties are the keys, in camel case.</summary>
internal abstract class Shape : ILocated
{
    public Place Place { get; set; }
}

/// <summary>A mapping whose keys are names.</summary>
internal interface IEntries
{
    Type ValueType { get; }

    IEnumerable<(Located<string> Key, object? Value)> Pairs { get; }

    void Add(Located<string> key, object? value);
}

/// <inheritdoc cref="IEntries"/>
internal sealed class Entries<T> : IEntries, IEnumerable<(Located<string> Key, T Value)>
    where T : class
{
    private readonly List<(Located<string> Key, T Value)> _entries = [];

    public Type ValueType => typeof(T);

    public IEnumerable<(Located<string> Key, object? Value)> Pairs => _entries.Select(entry => (entry.Key, (object?)entry.Value));

    public void Add(Located<string> key, object? value)
    {
        if (value is T typed)
            _entries.Add((key, typed));
    }

    public bool Has(string key) => _entries.Any(entry => entry.Key.Value == key);

    public IEnumerator<(Located<string> Key, T Value)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
