namespace IntegrationHub.Tests.Docs;

/// <summary>A table of fields on a page, which is the one whose first column is headed so.</summary>
internal static class FieldTable
{
    public static IReadOnlyList<FieldRow> On(string page, int number)
    {
        var lines = DocPage.Of(page).Lines;
        var heads = Enumerable.Range(0, lines.Length)
            .Where(at => lines[at].Split('|', StringSplitOptions.TrimEntries) is [_, "field" or "champ", ..]);
        return [.. lines.Skip(heads.ElementAt(number) + 2).TakeWhile(line => line.StartsWith('|')).Select(Row)];
    }

    private static FieldRow Row(string line)
    {
        var cells = line.Split('|', 5, StringSplitOptions.TrimEntries);
        return new(cells[1].Trim('`'), cells[2] is "yes" or "oui", cells[4]);
    }
}

/// <summary>A field as a page describes it.</summary>
/// <param name="Field">Its path, e.g. <c>sources.NAME.kind</c>.</param>
/// <param name="IsRequired">Whether the page says that it is required.</param>
/// <param name="Meaning">What the page says of it.</param>
internal sealed record FieldRow(string Field, bool IsRequired, string Meaning);
