namespace IntegrationHub.OpenBadges.JsonLd.Contexts;

/// <summary>What a term makes of a plain value.</summary>
internal enum Coercion
{
    None,

    /// <summary>A string is an IRI.</summary>
    Id,

    /// <summary>A string is a term or an IRI.</summary>
    Vocabulary,

    /// <summary>Anything is a JSON literal.</summary>
    Json,

    /// <summary>A string, number or boolean is a literal of the term's datatype.</summary>
    Datatype,
}
