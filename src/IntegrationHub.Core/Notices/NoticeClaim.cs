namespace IntegrationHub.Core.Notices;

/// <summary>A worker's claim on a notice that follows from no step: short, and over by itself (law 4).</summary>
/// <param name="Until">When it ends.</param>
/// <param name="Version">The stored row's version; null before the first.</param>
public sealed record NoticeClaim(DateTimeOffset Until, string? Version = null);

/// <summary>Where claims on notices are kept. Writes are conditional: of several workers one gets it.</summary>
public interface INoticeClaims
{
    /// <summary>The claim on a notice; null where there is none.</summary>
    Task<NoticeClaim?> Find(string institution, string notice, CancellationToken cancellation);

    /// <summary>Writes a claim if it was not changed since it was read.</summary>
    /// <returns>The claim with its new version; null where another was quicker: nothing was written.</returns>
    Task<NoticeClaim?> Save(string institution, string notice, NoticeClaim claim, CancellationToken cancellation);

    /// <summary>Takes a claim away; nothing happens where another has taken it over.</summary>
    Task Drop(string institution, string notice, NoticeClaim claim, CancellationToken cancellation);
}
