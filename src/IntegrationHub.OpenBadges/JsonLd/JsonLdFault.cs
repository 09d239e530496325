namespace IntegrationHub.OpenBadges.JsonLd;

/// <summary>Why a document cannot be read as linked data without losing something.</summary>
public enum JsonLdFault
{
    /// <summary>The document, or a node of it, names a context that is not known here, or brings one of its own.</summary>
    UnknownContext,

    /// <summary>A property is not defined by the contexts in force where it stands.</summary>
    UnknownTerm,

    /// <summary>An identifier, a type or a reference is not an absolute IRI.</summary>
    RelativeIri,

    /// <summary>
    /// The value would not be among the signed statements: a null, an empty node, a free-floating value, a text direction.
    /// </summary>
    DroppedValue,

    /// <summary>A keyword that the contexts known here have no use for.</summary>
    UnsupportedKeyword,

    /// <summary>A context redefines a term that another one protects.</summary>
    ProtectedTerm,

    /// <summary>A value has a shape that JSON-LD does not allow there.</summary>
    InvalidValue,

    /// <summary>An object has the same member twice.</summary>
    DuplicateMember,

    /// <summary>
    /// What the document says of itself stands elsewhere in it too, or elsewhere only: under another node with its identifier.
    /// </summary>
    ScatteredMember,

    /// <summary>Objects are nested too deeply.</summary>
    TooDeep,
}
