using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal static class TranscriptGrades
{
    public static IResult Find(HttpContext context, Registrar registrar, CampusData campus, SandboxOptions options)
    {
        if (context.Request.Criteria() is not { } criteria) return EthosRequest.BadCriteria();
        if (criteria["student"].Id() is not { } student)
            return EthosErrors.Invalid("criteria: student.id, a GUID.");
        return context.Page(registrar.RecordedOf(student).Select(grade => Show(grade, campus)).ToList(), options.Ethos.MaxPageSize);
    }

    public static IResult Get(string id, Registrar registrar, CampusData campus) =>
        Guid.TryParse(id, out var guid) && registrar.RecordedById(guid) is { } grade
            ? Results.Json(Show(grade, campus))
            : EthosErrors.NotFound("student-transcript-grades", id);

    public static async Task<IResult> Adjust(string id, HttpContext context, Registrar registrar, CampusData campus)
    {
        if (!Guid.TryParse(id, out var guid) || registrar.RecordedById(guid) is not { } record)
            return EthosErrors.NotFound("student-transcript-grades", id);
        var body = await context.Request.ReadObjectAsync();
        if (!Guid.TryParse(body?["id"].Text(), out var same))
            return EthosErrors.Invalid("id: the GUID of the student transcript grade is required.");
        if (same != guid)
            return EthosErrors.Invalid("GUID not the same as in request body.");
        var detail = body?["detail"];
        if (detail?["grade"].Id() is not { } grade || !campus.Grades.All.ContainsKey(grade))
            return EthosErrors.Invalid("Unable to retrieve grade definition for detail.grade.id.");
        if (detail["changeReason"].Id() is not { } reason)
            return EthosErrors.Invalid("detail.changeReason.id: a GUID is required.");
        return Results.Json(Show(registrar.Adjust(record, grade, reason), campus));
    }

    private static JsonObject Show(TranscriptGrade grade, CampusData campus) => new()
    {
        ["id"] = grade.Id.ToString(),
        ["student"] = JsonBody.Reference(grade.Submission.Registration.Learner.Person!.Value),
        ["course"] = new JsonObject { ["section"] = JsonBody.Reference(grade.Submission.Registration.Course.Section) },
        ["unverifiedGrade"] = JsonBody.Reference(grade.Submission.Id),
        ["grade"] = JsonBody.Reference(grade.Grade),
        ["incompleteGrade"] = Grades.Incomplete(campus, grade.Grade),
        ["recordedOn"] = grade.RecordedAt,
    };
}
