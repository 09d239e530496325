namespace IntegrationHub.OpenBadges.Verification;

/// <summary>Why a check did not pass. A program that shows it finds its own words for it.</summary>
public enum VerificationReason
{
    /// <summary>No reason is needed.</summary>
    None,

    /// <summary>The file is too large.</summary>
    TooLarge,

    /// <summary>The file is neither JSON, JWT, PNG nor SVG.</summary>
    NotACredential,

    /// <summary>A list of documents (a JSON array): each is to be brought by itself.</summary>
    ListOfDocuments,

    /// <summary>A web page: perhaps the one that shows the credential.</summary>
    WebPage,

    /// <summary>Text in UTF-16, where JSON and JWT are UTF-8 (RFC 8259, 8.1).</summary>
    Utf16,

    /// <summary>Of Open Badges 1 or 2, hosted, signed or in a picture.</summary>
    OpenBadges2,

    /// <summary>Of Blockcerts.</summary>
    Blockcerts,

    /// <summary>An SD-JWT, of which the holder shows only parts.</summary>
    SelectiveDisclosure,

    /// <summary>An envelope (<c>EnvelopedVerifiableCredential</c>) around something other than a JWT.</summary>
    Enveloped,

    /// <summary>A presentation of several credentials, or of none.</summary>
    Presentation,

    /// <summary>The picture is damaged or holds several credentials.</summary>
    PictureUnreadable,

    /// <summary>The picture holds no credential: perhaps a device stripped it.</summary>
    PictureWithoutCredential,

    /// <summary>The JSON is malformed, or names something twice.</summary>
    JsonMalformed,

    /// <summary>The JWT is malformed.</summary>
    JwtMalformed,

    /// <summary>The first context is not that of Verifiable Credentials.</summary>
    ContextMissing,

    /// <summary>A context is not among the known ones.</summary>
    ContextUnknown,

    /// <summary>A term is not defined: something was added that the signature cannot cover.</summary>
    TermUnknown,

    /// <summary>Some content would be lost or misread as linked data.</summary>
    ContentAmbiguous,

    /// <summary>The document is made so that checking it would never end.</summary>
    TooComplex,

    /// <summary>A required member is missing.</summary>
    MemberMissing,

    /// <summary>A type is not the one that the standard requires there.</summary>
    TypeWrong,

    /// <summary>A value is malformed.</summary>
    ValueMalformed,

    /// <summary>The claims of the JWT contradict the credential.</summary>
    ClaimsDisagree,

    /// <summary>The issuer's key document cannot be reached.</summary>
    IssuerUnreachable,

    /// <summary>The issuer's key document is malformed, or belongs to somebody else.</summary>
    IssuerDocumentMalformed,

    /// <summary>Keys at such an address are not supported.</summary>
    IssuerUnsupported,

    /// <summary>The key belongs to somebody other than the issuer.</summary>
    KeyOfAnother,

    /// <summary>The issuer does not list the key.</summary>
    KeyNotListed,

    /// <summary>The issuer lists the key, but not for signing credentials.</summary>
    KeyNotForCredentials,

    /// <summary>The issuer has revoked the key, or it has expired.</summary>
    KeyEnded,

    /// <summary>No key is named.</summary>
    KeyMissing,

    /// <summary>A key is named, but cannot be fetched.</summary>
    KeyUnreachable,

    /// <summary>The key is malformed, too short, or of another type than the signature.</summary>
    KeyUnusable,

    /// <summary>It is not signed.</summary>
    NotSigned,

    /// <summary>The content was altered, or another key signed it.</summary>
    SignatureWrong,

    /// <summary>The kind of signature is not supported.</summary>
    ProofUnsupported,

    /// <summary>The proof is malformed, or made for another purpose.</summary>
    ProofMalformed,

    /// <summary>The proof itself has expired.</summary>
    ProofExpired,

    /// <summary>An algorithm with a shared secret: anyone who can check could forge.</summary>
    SharedSecret,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>The issuer has revoked it.</summary>
    Revoked,

    /// <summary>The issuer has suspended it.</summary>
    Suspended,

    /// <summary>The status list cannot be reached.</summary>
    StatusUnreachable,

    /// <summary>The kind of status is not supported.</summary>
    StatusUnsupported,

    /// <summary>The status list or the entry is malformed.</summary>
    StatusMalformed,

    /// <summary>The status list is not properly signed, or has expired.</summary>
    StatusNotTrusted,

    /// <summary>The status list belongs to another issuer.</summary>
    StatusOfAnother,

    /// <summary>The status list is for another purpose.</summary>
    StatusPurposeDiffers,

    /// <summary>The status list has no such entry.</summary>
    StatusIndexOutside,

    /// <summary>The schema is of an unknown type.</summary>
    SchemaUnknown,

    /// <summary>One of the credentials inside does not verify.</summary>
    InnerInvalid,

    /// <summary>One of the credentials inside is undetermined.</summary>
    InnerUndetermined,

    /// <summary>One of the credentials inside is genuine, but no longer or not yet valid.</summary>
    InnerNotInForce,

    /// <summary>One of the credentials inside is genuine, but not as the standard wants it.</summary>
    InnerNonstandard,

    /// <summary>An endorsement concerns something else.</summary>
    EndorsesSomethingElse,

    /// <summary>There are more credentials, proofs or status entries inside than are checked.</summary>
    TooMany,
}
