using IntegrationHub.Core.Institutions;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>Writes institutions' catalogues for other houses and people.</summary>
public static class CatalogueExport
{
    /// <summary>The formats, by name.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyCollection<Institution>, string, string>> Formats { get; } =
        new Dictionary<string, Func<IReadOnlyCollection<Institution>, string, string>>
        {
            ["json"] = (institutions, _) => JsonCatalogue.Write(institutions),
            ["csv"] = (institutions, _) => CsvCatalogue.Write(institutions),
            ["html"] = HtmlCatalogue.Write,
            ["ctdl"] = (institutions, _) => CtdlCatalogue.Write(institutions),
        };
}
