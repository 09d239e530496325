using IntegrationHub.OpenBadges.Canonical;

namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>A term in force: what a key of a document stands for and how its values are read.</summary>
internal sealed class Term
{
    private Term(string iri, Keyword keyword) => (Iri, Keyword, Node) = (iri, keyword, RdfTerm.Iri(iri));

    public string Iri { get; }

    public Keyword Keyword { get; }

    /// <summary>The IRI as part of a quad.</summary>
    public RdfTerm Node { get; }

    public Coercion Coercion { get; private init; }

    /// <summary>What follows the closing quote of a literal, where the term sets a datatype.</summary>
    public byte[]? Datatype { get; private init; }

    public string? Type { get; private init; }

    public Container Container { get; private init; }

    public LocalContext? Scoped { get; private init; }

    public bool IsPrefix { get; private init; }

    /// <summary>Whether what stands below says it of what stands above.</summary>
    public bool IsReverse { get; private init; }

    public bool IsProtected { get; private init; }

    public static Term OfKeyword(string name, bool isProtected = false) => new(name, Keywords.ByName[name]) { IsProtected = isProtected };

    public static Term Define(string iri, string? type, TermDefinition definition, bool isProtected) => new(iri, Keyword.None)
    {
        Type = type,
        Coercion = type switch
        {
            null => Coercion.None,
            "@id" => Coercion.Id,
            "@vocab" => Coercion.Vocabulary,
            "@json" => Coercion.Json,
            _ => Coercion.Datatype,
        },
        Datatype = type is null or ['@', ..] ? null : Literals.DatatypeSuffix(type),
        Container = definition.Container,
        Scoped = definition.Scoped,
        IsReverse = definition.Reverse,
        IsPrefix = definition.Simple && iri[^1] is ':' or '/' or '?' or '#' or '[' or ']' or '@',
        IsProtected = isProtected,
    };

    /// <summary>Whether a protected term may be redefined by this one: only by its like.</summary>
    public bool IsLike(Term other) =>
        Iri == other.Iri && Keyword == other.Keyword && Type == other.Type && Container == other.Container
        && IsPrefix == other.IsPrefix && IsReverse == other.IsReverse && Scoped?.Canonical == other.Scoped?.Canonical;
}
