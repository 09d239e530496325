namespace IntegrationHub.Core.Badges;

/// <summary>What a third party endorses (toolkit, chapter 15).</summary>
/// <param name="Kind">The issuer, an achievement or one award's credential.</param>
/// <param name="Name">Code of the micro-credential, or the credential's id; empty for the issuer.</param>
public readonly record struct EndorsementSubject(EndorsementKind Kind, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Kind == EndorsementKind.Issuer ? "issuer" : $"{Kind}-{Name}".ToLowerInvariant();
}

/// <summary>Kinds of what can be endorsed.</summary>
public enum EndorsementKind
{
    /// <summary>The institution as issuer.</summary>
    Issuer,

    /// <summary>A micro-credential.</summary>
    Achievement,

    /// <summary>One award's credential.</summary>
    Credential,
}

/// <summary>An endorsement that was checked and kept.</summary>
/// <param name="Id">The endorsement credential's own id.</param>
/// <param name="Endorser">Who endorses: name or DID.</param>
/// <param name="Imported">When it was taken in.</param>
/// <param name="ValidUntil">When it ends; null where it does not.</param>
/// <param name="Json">The signed document, to the letter: its signature must survive.</param>
public sealed record Endorsement(string Id, string Endorser, DateTimeOffset Imported, DateTimeOffset? ValidUntil, string Json);

/// <summary>Where endorsements are kept.</summary>
public interface IEndorsements
{
    /// <summary>The endorsements of one thing.</summary>
    Task<IReadOnlyList<Endorsement>> Of(string institution, EndorsementSubject subject, CancellationToken cancellation);

    /// <summary>Keeps an endorsement; one of the same id is replaced.</summary>
    Task Keep(string institution, EndorsementSubject subject, Endorsement endorsement, CancellationToken cancellation);

    /// <summary>Deletes all endorsements of one thing.</summary>
    Task Erase(string institution, EndorsementSubject subject, CancellationToken cancellation);
}
