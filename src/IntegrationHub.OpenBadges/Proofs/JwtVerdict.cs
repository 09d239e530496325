namespace IntegrationHub.OpenBadges.Proofs;

/// <summary>The outcome of checking the signature of a JWT with a key.</summary>
public enum JwtVerdict
{
    /// <summary>The signature was made with this key over this text.</summary>
    Verified,

    /// <summary>The text was altered, or another key signed it.</summary>
    SignatureWrong,

    /// <summary><c>alg: none</c>: nobody signed it.</summary>
    NotSigned,

    /// <summary>An HMAC, which anyone who can check can also forge.</summary>
    SharedSecret,

    /// <summary>An algorithm other than RS256, ES256 and EdDSA.</summary>
    AlgorithmUnsupported,

    /// <summary>The key is of another type than the algorithm needs.</summary>
    KeyOfOtherType,

    /// <summary>The key is malformed or too short.</summary>
    KeyUnusable,
}
