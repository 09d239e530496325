using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

/// <summary>Banner's non-course requirement: the record of non-credit study. Flat fields named after the form's.</summary>
internal static class NonCourse
{
    private static readonly string[] Keys = ["id", "levlCode", "ncrqCode"];

    public static IResult Find(HttpContext context, NonCourseRecords records, SandboxOptions options)
    {
        if (context.Request.Criteria() is not { } criteria)
            return EthosRequest.BadCriteria();
        var wanted = Keys.Select(key => (key, value: criteria[key].Text() ?? context.Request.Query[key].FirstOrDefault()))
            .Where(pair => pair.value is not null)
            .ToList();
        var found = records.All().Where(row => wanted.TrueForAll(pair => row[pair.key].Text() == pair.value)).ToList();
        return context.Page(found, options.Ethos.MaxPageSize);
    }

    public static async Task<IResult> Post(HttpContext context, NonCourseRecords records, CampusData campus)
    {
        if (await context.Request.ReadObjectAsync() is not { } body)
            return EthosErrors.Invalid("A JSON object is required.");
        if (Keys.Append("ncstCode").FirstOrDefault(key => string.IsNullOrEmpty(body[key].Text())) is { } missing)
            return EthosErrors.Invalid($"{missing} is required.");
        if (!campus.Students.Any(learner => learner.StudentNumber == body["id"].Text()))
            return EthosErrors.Invalid("id is not that of a person.");
        return Results.Json(records.Add(body), statusCode: StatusCodes.Status201Created);
    }

    public static async Task<IResult> Put(HttpContext context, NonCourseRecords records)
    {
        if (await context.Request.ReadObjectAsync() is not { } body)
            return EthosErrors.Invalid("A JSON object is required.");
        if (Keys.Append("ncstCode").FirstOrDefault(key => string.IsNullOrEmpty(body[key].Text())) is { } missing)
            return EthosErrors.Invalid($"{missing} is required.");
        if (body["seqNo"]?.GetValueKind() != System.Text.Json.JsonValueKind.Number)
            return EthosErrors.Invalid("seqNo is required.");
        return records.Replace(body, Keys) is { } changed
            ? Results.Json(changed)
            : EthosErrors.NotFound("academic-non-course", body["seqNo"]!.ToJsonString());
    }
}

internal sealed class NonCourseRecords
{
    private readonly List<JsonObject> _rows = [];

    public JsonObject Add(JsonObject row)
    {
        lock (_rows)
        {
            row["seqNo"] = _rows.Count + 1;
            _rows.Add(row);
            return row;
        }
    }

    /// <summary>Null where there is no row with these keys and this number.</summary>
    public JsonObject? Replace(JsonObject row, IReadOnlyList<string> keys)
    {
        lock (_rows)
        {
            var at = _rows.FindIndex(other =>
                other["seqNo"]!.ToJsonString() == row["seqNo"]!.ToJsonString() && keys.All(key => other[key].Text() == row[key].Text()));
            return at < 0 ? null : _rows[at] = row;
        }
    }

    public IReadOnlyList<JsonObject> All()
    {
        lock (_rows)
            return [.. _rows];
    }
}
