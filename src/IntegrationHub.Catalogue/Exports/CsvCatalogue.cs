using System.Globalization;
using CsvHelper;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Exports;

/// <summary>
/// A line for each micro-credential, each of the fifteen elements in a column per language. What a spreadsheet would take for a formula is
/// written as text.
/// </summary>
internal static class CsvCatalogue
{
    public static string Write(IReadOnlyCollection<Institution> institutions)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new() { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([
                "institution",
                "code",
                "version",
                .. FifteenElements.Names.SelectMany(name => new[] { $"{name} (fr)", $"{name} (en)" }),
            ]);
            foreach (var institution in institutions)
            {
                foreach (var entry in institution.Entries())
                    csv.WriteRecord(Line(institution, entry));
            }
        }

        return text.ToString();
    }

    private static string[] Line(Institution institution, MicroCredential entry) =>
        [
            institution.Id,
            entry.Code,
            entry.Version.ToString(CultureInfo.InvariantCulture),
            .. FifteenElements
                .Names.Select(name => FifteenElements.Of(name, institution, entry))
                .SelectMany(element => new[] { element?.Fr ?? "", element?.En ?? "" }),
        ];
}
