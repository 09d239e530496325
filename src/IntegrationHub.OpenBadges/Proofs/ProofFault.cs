namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>Why a Data Integrity proof does not hold.</summary>
public enum ProofFault
{
    /// <summary>It holds.</summary>
    None,

    /// <summary>It is no object, or lacks what every proof says.</summary>
    Malformed,

    /// <summary>
    /// It is neither a <c>DataIntegrityProof</c> nor, in a document that names the context of this suite, <c>Ed25519Signature2020</c>.
    /// </summary>
    UnsupportedType,

    /// <summary>Its cryptosuite is not <c>eddsa-rdfc-2022</c>.</summary>
    UnsupportedCryptosuite,

    /// <summary>It was made for another purpose than to vouch for a credential.</summary>
    WrongPurpose,

    /// <summary>Its value is not the base58btc multibase of 64 bytes.</summary>
    MalformedValue,

    /// <summary>It brings contexts that are not the document's.</summary>
    ForeignContext,

    /// <summary>The document or the proof cannot be read as linked data without losing something.</summary>
    UnreadableDocument,

    /// <summary>The document would take too long to put in canonical form.</summary>
    TooComplex,

    /// <summary>Time ran out before the document was in canonical form: nothing is known of the signature.</summary>
    OutOfTime,

    /// <summary>The document was changed, or signed with another key.</summary>
    WrongSignature,
}
