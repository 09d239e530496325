using System.Text.Json;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Failures;

namespace IntegrationHub.Connectors.Sis.Ethos;

/// <summary>
/// The place of one record in Banner's <c>academic-non-course</c>. Answers hold rows without an id: one is named by what it says now, in
/// members <c>criteria.*</c> beside the new values (the vendor's <c>AcademicNonCourse100</c>).
/// </summary>
/// <param name="ethos">The SIS.</param>
/// <param name="person">The person's Banner id.</param>
/// <param name="level">Code of the level.</param>
/// <param name="code">Code of the requirement.</param>
internal sealed class EthosNonCoursePlace(EthosConnection ethos, string person, string level, string code)
{
    private const string Resource = "academic-non-course";

    /// <summary>The record; null where there is none.</summary>
    /// <exception cref="OutsideException">Refused: the answer is not of the vendor's shape.</exception>
    public async Task<EthosNonCourse?> Find(CancellationToken cancellation)
    {
        var criteria = EthosConnection.Criteria(
            new
            {
                id = person,
                levlCode = level,
                ncrqCode = code,
            });
        return Ours(await ethos.Ask((api, token) => api.NonCourses(token, criteria, cancellation), cancellation));
    }

    /// <summary>Adds the record.</summary>
    public async Task<EthosNonCourse> Add(string status, string date, CancellationToken cancellation)
    {
        var record = Values(status, date, date);
        return Written(await ethos.Ask((api, token) => api.AddNonCourse(token, record, cancellation), cancellation));
    }

    /// <summary>Changes the record that says what it said.</summary>
    public async Task<EthosNonCourse> Change(
        EthosNonCourse old,
        string status,
        string date,
        string? completed,
        CancellationToken cancellation)
    {
        var record = Values(status, date, completed);
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
        return Written(await ethos.Ask((api, token) => api.ChangeNonCourse(token, record, cancellation), cancellation));
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

    private EthosNonCourse Written(JsonElement answer) => Ours(answer)
        ?? throw new OutsideException(
            OutsideFault.Unavailable,
            "Ethos’s response to the non-course record succeeded but contains no record.");

    private EthosNonCourse? Ours(JsonElement answer)
    {
        try
        {
            return Rows(answer).FirstOrDefault(row => row.NcrqCode == code && row.LevlCode == level);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new OutsideException(
                OutsideFault.Refused,
                $"Ethos answered {Resource} with something other than rows ({answer.ValueKind} without 'shrncrs'): "
                    + "have the resource's version checked, then replay.",
                inner: fault);
        }
    }

    /// <summary>The vendor's examples read arrays; one object is taken as well.</summary>
    private static List<EthosNonCourse> Rows(JsonElement answer) => answer.ValueKind == JsonValueKind.Array
        ? [.. answer.EnumerateArray().SelectMany(Rows)]
        : answer.GetProperty("shrncrs").Deserialize<List<EthosNonCourse>>(OutsideClients.Json) ?? [];
}
