using System.Text.Json;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>
/// A person's rows of one code in Banner's <c>academic-non-course</c>. They have no id: one is named by what it says now, in members
/// <c>criteria.*</c> beside the new values (the vendor's <c>AcademicNonCourse100</c>).
/// </summary>
/// <param name="ethos">The SIS.</param>
/// <param name="person">The person's Banner id.</param>
/// <param name="level">Code of the level.</param>
/// <param name="code">Code of the requirement.</param>
internal sealed class EthosNonCoursePlace(EthosConnection ethos, string person, string level, string code)
{
    private const string Resource = "academic-non-course";

    /// <summary>The rows, of whatever term and status.</summary>
    /// <exception cref="OutsideException">Refused: the answer is not of the vendor's shape.</exception>
    public async Task<IReadOnlyList<EthosNonCourse>> Find(CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(
            new
            {
                id = person,
                levlCode = level,
                ncrqCode = code,
            });
        var answer = await ethos.Ask((api, token) => api.NonCourses(token, criteria, cancellation), cancellation);
        return Ours(answer)
            ?? throw new OutsideException(
                OutsideFault.Refused,
                $"Ethos answered {Resource} with something other than rows ({answer.ValueKind} without 'shrncrs'): "
                    + "have the resource's version checked, then replay.");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="status">Its status, since the day on which it was completed.</param>
    /// <param name="day">When it was completed, as year-month-day.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task Add(string status, string day, CancellationToken cancellation)
    {
        var record = Values(status, day, day);
        Check(await ethos.Ask((api, token) => api.AddNonCourse(token, record, cancellation), cancellation), status, day);
    }

    /// <summary>Gives the row that says what it said another status, from a day on.</summary>
    public async Task Change(EthosNonCourse old, string status, string since, CancellationToken cancellation)
    {
        var record = Values(status, since, old.Day);
        (string Name, string? Value)[] named =
        [
            ("levlCode", old.LevlCode),
            ("ncrqCode", old.NcrqCode),
            ("qpnmSeqNo", old.QpnmSeqNo),
            ("ncstCode", old.NcstCode),
            ("ncstDate", old.NcstDate),
            ("completeDate", old.CompleteDate),
            ("comtCode", old.ComtCode),
            ("evenCode", old.EvenCode),
        ];
        foreach (var (name, value) in named)
            if (value is not null)
                record[$"criteria.{name}"] = value;
        Check(await ethos.Ask((api, token) => api.ChangeNonCourse(token, record, cancellation), cancellation), status, old.Day);
    }

    private Dictionary<string, string> Values(string status, string date, string? completed)
    {
        var values = new Dictionary<string, string>
        {
            ["id"] = person,
            ["levlCode"] = level,
            ["ncrqCode"] = code,
            ["ncstCode"] = status,
            ["ncstDate"] = date,
        };
        if (completed is not null)
            values["completeDate"] = completed;
        return values;
    }

    private void Check(JsonElement answer, string status, string? day)
    {
        if (Ours(answer) is not { } rows || !rows.Any(row => row.NcstCode == status && row.Day == day))
            throw Faults.Unreadable(EthosConnection.System.Name, "the non-course record", "success and not the row that was written");
    }

    /// <summary>The rows of the code in an answer; null where it is not of the vendor's shape.</summary>
    private List<EthosNonCourse>? Ours(JsonElement answer)
    {
        try
        {
            return [.. Rows(answer).Where(row => row.NcrqCode == code && row.LevlCode == level)];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The vendor's examples read arrays; one object is taken as well.</summary>
    private static IEnumerable<EthosNonCourse> Rows(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? answer.EnumerateArray().SelectMany(Rows)
        : answer.GetProperty("shrncrs").Deserialize<EthosNonCourse[]>(OutsideClients.Json) ?? [];
}
