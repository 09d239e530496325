using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Core.Attention;

namespace IntegrationHub.Catalogue;

/// <summary>An institution's files have faults; the last good version stays in force.</summary>
public sealed record FaultyFiles : Cause<CatalogueSubject>
{
    private const int Shown = 5;

    /// <inheritdoc/>
    public override string Name => "CatalogueFault";

    /// <summary>An institution's files, and their first faults.</summary>
    public static AttentionItem Of(string institution, params IReadOnlyCollection<CatalogueFault> faults) => new FaultyFiles().About(
        institution, new(), string.Join(" · ", faults.Take(Shown).Select(fault => $"{fault.File}:{fault.Line} {fault.Rule}")));
}
