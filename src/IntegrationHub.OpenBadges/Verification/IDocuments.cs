namespace IntegrationHub.OpenBadges.Verification;

/// <summary>
/// Where the verifier gets what credentials point to: DID documents, status lists, keys. The addresses come from strangers; who
/// implements this decides which may be fetched.
/// </summary>
public interface IDocuments
{
    /// <summary>The document at an address.</summary>
    /// <exception cref="DocumentException">It may not be fetched, or cannot be.</exception>
    Task<byte[]> Fetch(Uri address, CancellationToken cancellation = default);
}

/// <summary>A document that may not or cannot be fetched.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Why not, without the parts of the address that may be secret.</summary>
    public DocumentException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
