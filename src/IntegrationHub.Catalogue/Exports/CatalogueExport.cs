using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>Writes institutions' catalogues for other houses and people.</summary>
public static class CatalogueExport
{
    /// <summary>The formats, by name; each takes the institutions, the reader's language and the day of the export.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyCollection<Institution>, string, DateOnly, string>> Formats { get; } =
        new Dictionary<string, Func<IReadOnlyCollection<Institution>, string, DateOnly, string>>
        {
            ["json"] = (institutions, _, _) => JsonCatalogue.Write(institutions),
            ["csv"] = (institutions, _, _) => CsvCatalogue.Write(institutions),
            ["html"] = (institutions, language, _) => HtmlCatalogue.Write(institutions, language),
            ["ctdl"] = (institutions, _, today) => CtdlCatalogue.Write(institutions, today),
        };
}
