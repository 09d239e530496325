using System.Globalization;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>Which of a person's rows of one code the hub wrote: they have no id, but the day on which they were completed.</summary>
internal static class EthosNonCourseRows
{
    /// <summary>
    /// What is kept of a row: <c>CODE/2026-03-01</c>; the person's number is no reference to show. Earlier releases kept <c>CODE/1</c>,
    /// the number of Banner's qualifying paper, which tells no row from another.
    /// </summary>
    public static string Reference(string code, string? day) => $"{code}/{day ?? "1"}";

    /// <summary>
    /// The hub's rows: several where earlier releases wrote the same again; none where nothing is noted and none is of the day.
    /// </summary>
    /// <param name="rows">The person's rows of the code.</param>
    /// <param name="code">The code.</param>
    /// <param name="day">When the award was earned, as year-month-day.</param>
    /// <param name="reference">What was noted when the hub wrote; null, or of another record, where it did not write here.</param>
    /// <exception cref="OutsideException">Refused: the hub wrote one, and it is not among those that are there.</exception>
    public static IReadOnlyList<EthosNonCourse> Ours(IReadOnlyList<EthosNonCourse> rows, string code, string day, string? reference)
    {
        var noted = reference?.StartsWith($"{code}/", StringComparison.Ordinal) == true ? reference[(code.Length + 1)..] : null;
        var hasDay = DateOnly.TryParseExact(noted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        EthosNonCourse[] ours = [.. rows.Where(row => row.Day == (hasDay ? noted : day))];
        return ours.Length > 0 || noted is null || rows.Count == 0 ? ours
            // Earlier releases took the one row of the code for theirs, whatever its day.
            : !hasDay && rows.Count == 1 ? rows
            : throw Doubtful(rows);
    }

    /// <summary>What is there is somebody's in the SIS: it is quoted and left.</summary>
    public static OutsideException Doubtful(IReadOnlyList<EthosNonCourse> rows) =>
        new(
            OutsideFault.Refused,
            "The SIS holds the non-course record as "
                + string.Join(", ", rows.Select(row => $"'{row.NcstCode}' of {row.Day ?? "no day"}"))
                + ", which is not what the hub wrote. Nothing was changed: a registrar decides there; then replay.");
}
