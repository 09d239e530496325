using System.Text;
using System.Text.Encodings.Web;
using IntegrationHub.Catalogue.Texts;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>A page by itself, in one language, to print or to put on a web site.</summary>
internal static class HtmlCatalogue
{
    private const string Style = """
        :root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
        h2{margin-top:2.5rem;border-bottom:1px solid}dt{font-weight:600;margin-top:.75rem}dd{margin:0;white-space:pre-line}
        nav ul{padding-left:1.2rem}
        """;

    public static string Write(IReadOnlyCollection<Institution> institutions, string language)
    {
        language = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
        var page = new StringBuilder();
        var title = Encode(CatalogueTexts.In(language, "catalogue.title"));
        page.Append("<!doctype html>\n<html lang=\"")
            .Append(language)
            .Append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(title)
            .Append("</title><style>")
            .Append(Style)
            .Append("</style></head>\n<body>\n<h1>")
            .Append(title)
            .Append("</h1>\n");
        foreach (var institution in institutions)
        {
            page.Append("<nav aria-label=\"")
                .Append(Encode(institution.Name.In(language)))
                .Append("\"><h2>")
                .Append(Encode(institution.Name.In(language)))
                .Append("</h2><ul>\n");
            foreach (var entry in institution.Entries())
                page.Append("<li><a href=\"#")
                    .Append(Anchor(institution, entry.Code))
                    .Append("\">")
                    .Append(Encode(entry.Summary.Title.In(language)))
                    .Append("</a></li>\n");
            page.Append("</ul></nav>\n");
            foreach (var entry in institution.Entries())
            {
                page.Append("<section id=\"")
                    .Append(Anchor(institution, entry.Code))
                    .Append("\">\n<h3>")
                    .Append(Encode(entry.Summary.Title.In(language)))
                    .Append("</h3>\n<dl>\n");
                foreach (var name in FifteenElements.Names)
                {
                    var text = FifteenElements.Of(name, institution, entry)?.In(language)
                        ?? CatalogueTexts.In(language, "catalogue.notStated");
                    page.Append("<dt>")
                        .Append(Encode(CatalogueTexts.In(language, $"catalogue.element.{name}")))
                        .Append("</dt><dd>")
                        .Append(Encode(text))
                        .Append("</dd>\n");
                }

                page.Append("</dl>\n</section>\n");
            }
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static string Anchor(Institution institution, string code) => Encode($"{institution.Id}-{code}");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
