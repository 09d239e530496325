using System.Text.Json.Nodes;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Kinds;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Shapes;

/// <summary>One of the names that the hub's connectors have; which, the host says.</summary>
internal abstract class KindAttribute : ConstraintAttribute
{
    private string[] _names = [];

    protected KindAttribute()
        : base("kind")
    {
    }

    public override ConstraintAttribute For(ConnectorKinds kinds)
    {
        var here = (KindAttribute)MemberwiseClone();
        here._names = [.. Names(kinds).Distinct().Order(StringComparer.Ordinal)];
        return here;
    }

    protected abstract IEnumerable<string> Names(ConnectorKinds kinds);

    public override bool Accepts(object value) => _names.Contains((string)value);

    public override BilingualText Message(string key, object value) =>
        new($"Le carrefour n’a pas de type «\u00a0{value}\u00a0» ici.", $"The hub has no type “{value}” here.");

    public override BilingualText Remedy =>
        new($"Prenez un de : {string.Join(", ", _names)}.", $"Use one of: {string.Join(", ", _names)}.");

    public override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["enum"] = new JsonArray([.. _names.Select(name => JsonValue.Create(name))]);
    }
}

internal sealed class SourceKindAttribute : KindAttribute
{
    protected override IEnumerable<string> Names(ConnectorKinds kinds) => kinds.Sources.Select(kind => kind.Name);
}

internal sealed class AuthenticationSchemeAttribute : KindAttribute
{
    protected override IEnumerable<string> Names(ConnectorKinds kinds) => kinds.Authentications.Select(kind => kind.Name);
}

internal sealed class ConnectionKindAttribute : KindAttribute
{
    protected override IEnumerable<string> Names(ConnectorKinds kinds) => kinds.Connections.Select(kind => kind.Name);
}

/// <summary>What a member of a record means; each kind of SIS adds what it calls it.</summary>
internal sealed class RecordMeansAttribute(string member, string fr, string en) : MeansAttribute(fr, en)
{
    protected override IEnumerable<(ConnectionKind Kind, BilingualText Means)> Notes(ConnectorKinds kinds) => (
        from kind in kinds.Connections
        from setting in kind.Records.SelectMany(form => form.Members)
        where setting.Name == member && setting.Means.En.Length > 0
        select (kind, setting.Means)).Distinct();
}

/// <summary>What an entry's badge class means; each platform adds what it calls it.</summary>
internal sealed class BadgeClassMeansAttribute(string fr, string en) : MeansAttribute(fr, en)
{
    protected override IEnumerable<(ConnectionKind Kind, BilingualText Means)> Notes(ConnectorKinds kinds) =>
        from kind in kinds.Connections
        let asked = kind.BadgeClass
        where asked is not null
        select (kind, asked.Means);
}
