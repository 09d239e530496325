using CsvHelper;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Identities;

/// <summary>
/// A table of identities as CSV: <c>studentNumber</c> and at least one of <c>lmsId</c>, <c>login</c>, <c>email</c>, by heading in any
/// order; comma or semicolon, with or without a byte order mark.
/// </summary>
public static class IdentityFile
{
    private const string StudentNumber = "studentNumber";
    private static readonly string[] Names = ["lmsId", "login", "email"];

    private static readonly CsvReaderOptions Shape = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        IncludeValuesInExceptions = false,
    };

    /// <summary>The lines of the file, and what is wrong with others; faulty lines are left out.</summary>
    public static (IReadOnlyList<IdentityEntry> Entries, IReadOnlyList<IdentityFault> Faults) Read(Stream file)
    {
        using var csv = CsvReader.Create(file, Shape, leaveOpen: true);
        csv.ReadHeader();
        if (HeadingFault(csv.Headers) is { } fault)
            return ([], [fault]);
        var (entries, faults, given) = (new List<IdentityEntry>(), new List<IdentityFault>(), new Dictionary<(string, string), string>());
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var entry = new IdentityEntry(
                line,
                Field(csv, StudentNumber) ?? "",
                Field(csv, Names[0]),
                Field(csv, Names[1]),
                Field(csv, Names[2]));
            if (Fault(entry, given) is { } message)
                faults.Add(new(line, message));
            else
                entries.Add(entry);
        }

        return (entries, faults);
    }

    private static IdentityFault? HeadingFault(IReadOnlyList<string> headings)
    {
        var known = headings.Select(heading => heading.Trim()).ToList();
        return
            !known.Contains(StudentNumber, StringComparer.OrdinalIgnoreCase)
            || !Names.Any(name => known.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? new(
                1,
                new(
                    "La première ligne nomme les colonnes\u00a0: «\u00a0studentNumber\u00a0» et au moins une de «\u00a0lmsId\u00a0», "
                        + "«\u00a0login\u00a0», «\u00a0email\u00a0».",
                    "The first line names the columns: “studentNumber” and at least one of “lmsId”, “login”, “email”."))
            : null;
    }

    private static BilingualText? Fault(IdentityEntry entry, Dictionary<(string, string), string> given)
    {
        if (entry.StudentNumber.Length == 0)
            return new("Le numéro étudiant manque.", "The student number is missing.");
        var names = entry.Names().ToList();
        if (names.Count == 0)
            return new(
                "Il manque l’identifiant de la personne\u00a0: «\u00a0lmsId\u00a0», «\u00a0login\u00a0» ou «\u00a0email\u00a0».",
                "The learner’s identifier is missing: “lmsId”, “login” or “email”.");
        foreach (var name in names)
        {
            if (given.TryGetValue(name, out var other) && other != entry.StudentNumber)
                return new(
                    $"«\u00a0{name.Column}\u00a0» est déjà relié à un autre numéro étudiant plus haut.",
                    $"“{name.Column}” is already linked to another student number above.");
        }

        foreach (var name in names)
            given[name] = entry.StudentNumber;
        return null;
    }

    private static string? Field(CsvReader csv, string column) =>
        csv.TryGetFieldIndex(column, out var index) && csv.GetString(index).Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>A line of a table of identities.</summary>
/// <param name="Line">Its number, from 1 for the headings.</param>
/// <param name="StudentNumber">The student number.</param>
/// <param name="LmsId">The LMS's own id; null where it is empty.</param>
/// <param name="Login">The login; null where it is empty.</param>
/// <param name="Email">The e-mail address; null where it is empty.</param>
public sealed record IdentityEntry(int Line, string StudentNumber, string? LmsId, string? Login, string? Email)
{
    internal IEnumerable<(string Column, string Value)> Names() =>
        new[] { ("lmsId", LmsId), ("login", Login?.ToLowerInvariant()), ("email", Email?.ToLowerInvariant()) }
            .Where(name => name.Item2 is not null)
            .Select(name => (name.Item1, name.Item2!));

    /// <inheritdoc/>
    public override string ToString() => $"line {Line}";
}

/// <summary>What is wrong with a line; without what stands in it.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Message">What is wrong.</param>
public sealed record IdentityFault(int Line, BilingualText Message);
