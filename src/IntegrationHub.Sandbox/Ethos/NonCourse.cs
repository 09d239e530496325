using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Ethos;

/// <summary>
/// Banner's non-course requirement: the record of non-credit study, as Banner's business API has it. Answers are arrays without the
/// person's id, with dates as moments; a change names the old row by <c>criteria.*</c>.
/// </summary>
internal static class NonCourse
{
    private const string Criterion = "criteria.";

    private static readonly string[] Members =
        ["levlCode", "ncrqCode", "qpnmSeqNo", "ncstCode", "ncstDate", "completeDate", "comtCode", "evenCode"];

    private static readonly string[] Dates = ["ncstDate", "completeDate"];

    private static readonly string[] Required = ["id", "levlCode", "ncrqCode", "ncstCode"];

    public static IResult Find(HttpContext context, NonCourseRecords records)
    {
        if (context.Request.Criteria() is not { } criteria)
            return EthosRequest.BadCriteria();
        string? Wanted(string key) => criteria[key].Text() ?? context.Request.Query[key].FirstOrDefault();
        if (Wanted("id") is not { Length: > 0 } id)
            return EthosErrors.Invalid("id is required.");
        return Answer(records.All().Where(row => row["id"].Text() == id && Members.All(key => Is(row, key, Wanted(key)))));
    }

    public static async Task<IResult> Post(HttpContext context, NonCourseRecords records, CampusData campus)
    {
        if (await context.Request.ReadObjectAsync() is not { } body)
            return EthosErrors.Invalid("A JSON object is required.");
        if (Required.FirstOrDefault(key => string.IsNullOrEmpty(body[key].Text())) is { } missing)
            return EthosErrors.Invalid($"{missing} is required.");
        if (!campus.Students.Any(learner => learner.StudentNumber == body["id"].Text()))
            return EthosErrors.Invalid("id is not that of a person.");
        if (Undated(body) is { } date)
            return EthosErrors.Invalid($"{date} is not a date.");
        return Answer([records.Add(Row(body))], StatusCodes.Status201Created);
    }

    public static async Task<IResult> Put(HttpContext context, NonCourseRecords records)
    {
        if (await context.Request.ReadObjectAsync() is not { } body)
            return EthosErrors.Invalid("A JSON object is required.");
        if (string.IsNullOrEmpty(body["id"].Text()) || string.IsNullOrEmpty(body[$"{Criterion}ncrqCode"].Text()))
            return EthosErrors.Invalid("id and criteria.ncrqCode are required.");
        if (Undated(body) is { } date)
            return EthosErrors.Invalid($"{date} is not a date.");
        var changed = records.Change(
            row => row["id"].Text() == body["id"].Text() && Members.All(key => Is(row, key, body[Criterion + key].Text())),
            Row(body));
        return changed is null ? EthosErrors.Invalid("Record does not exist for the criteria.") : Answer([changed]);
    }

    private static bool Is(JsonObject row, string key, string? wanted) =>
        wanted is null || Kept(key, row[key].Text()) == Kept(key, wanted);

    private static JsonObject Row(JsonObject body) => new(
        Members.Prepend("id")
            .Where(key => body[key] is not null)
            .Select(key => KeyValuePair.Create(key, (JsonNode?)Kept(key, body[key].Text()))));

    private static string? Kept(string key, string? value) =>
        value is not null && Dates.Contains(key) && IsDate(value, out var date) ? $"{date:yyyy-MM-dd}T00:00:00Z" : value;

    private static string? Undated(JsonObject body) =>
        Dates.FirstOrDefault(key => body[key].Text() is { } text && !IsDate(text, out _));

    private static bool IsDate(string text, out DateTimeOffset date) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    private static IResult Answer(IEnumerable<JsonObject> rows, int status = StatusCodes.Status200OK)
    {
        var shown = rows
            .Select(row => (JsonNode)new JsonObject(Members.Select(key => KeyValuePair.Create(key, row[key]?.DeepClone()))))
            .ToArray();
        return Results.Json(
            shown.Length == 0 ? [] : new[] { new JsonObject { ["shrncrs"] = new JsonArray(shown), ["shrncrd"] = new JsonArray() } },
            statusCode: status);
    }
}

internal sealed class NonCourseRecords
{
    private readonly List<JsonObject> _rows = [];

    public JsonObject Add(JsonObject row)
    {
        lock (_rows)
        {
            row["qpnmSeqNo"] ??= "1";
            _rows.Add(row);
            return row;
        }
    }

    /// <summary>Gives the first row that is meant what is new; null where none is.</summary>
    public JsonObject? Change(Predicate<JsonObject> isMeant, JsonObject news)
    {
        lock (_rows)
        {
            if (_rows.Find(isMeant) is not { } row)
                return null;
            foreach (var (key, value) in news)
                row[key] = value?.DeepClone();
            return row;
        }
    }

    public IReadOnlyList<JsonObject> All()
    {
        lock (_rows)
            return [.. _rows.Select(row => (JsonObject)row.DeepClone())];
    }
}
