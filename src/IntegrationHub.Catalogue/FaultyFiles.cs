using IntegrationHub.Core.Attention;

namespace IntegrationHub.Catalogue;

/// <summary>An institution's files have faults; the last good version stays in force.</summary>
public sealed record FaultyFiles : Cause<CatalogueSubject>
{
    /// <inheritdoc/>
    public override string Name => "CatalogueFault";

    /// <summary>An institution's files, and their first faults.</summary>
    public static AttentionItem Of(string institution, string? detail = null) => new FaultyFiles().About(institution, new(), detail);
}
