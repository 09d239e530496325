using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>What a value of a key must be besides its type; the reader and the schema both take it from here.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal abstract class ConstraintAttribute(string rule) : Attribute
{
    public string Rule => rule;

    /// <summary>The constraint as it is where files may name these kinds of systems.</summary>
    public virtual ConstraintAttribute For(ConnectorKinds kinds) => this;

    /// <summary>Whether it is about the keys of the mapping instead of its values.</summary>
    public bool OnKeys { get; init; }

    public abstract bool Accepts(object value);

    /// <summary>What the value is not; without the value itself where that may be a secret.</summary>
    public abstract BilingualText Message(string key, object value);

    public abstract BilingualText Remedy { get; }

    public abstract void Describe(JsonObject schema);
}

/// <summary>A text of a certain pattern.</summary>
internal abstract class PatternAttribute(string rule, string pattern) : ConstraintAttribute(rule)
{
    // $ also matches before a last line break: the match must be the whole text.
    public override bool Accepts(object value) =>
        Regex.Match((string)value, pattern, RegexOptions.CultureInvariant) is { Success: true } match
        && match.Length == ((string)value).Length;

    public override BilingualText Message(string key, object value) =>
        new($"«\u00a0{value}\u00a0» n’est pas permis pour «\u00a0{key}\u00a0».", $"“{value}” is not allowed for “{key}”.");

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = pattern;
    }
}

/// <summary>A number above or from a bound, and up to another.</summary>
internal abstract class NumberAttribute(string rule, int? above = null, int? from = null, int? upTo = null) : ConstraintAttribute(rule)
{
    public override bool Accepts(object value)
    {
        var number = Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);
        return !(number <= above) && !(number < from) && !(number > upTo);
    }

    public override BilingualText Message(string key, object value)
    {
        var number = Convert.ToString(value, CultureInfo.InvariantCulture);
        return new($"{number} n’est pas permis pour «\u00a0{key}\u00a0».", $"{number} is not allowed for “{key}”.");
    }

    public override void Describe(JsonObject schema)
    {
        if (above is not null)
            schema["exclusiveMinimum"] = above;
        if (from is not null)
            schema["minimum"] = from;
        if (upTo is not null)
            schema["maximum"] = upTo;
    }
}
