using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal static class UnverifiedGrades
{
    public static IResult Find(HttpContext context, Registrar registrar, CampusData campus, SandboxOptions options)
    {
        if (context.Request.Criteria() is not { } criteria) return EthosRequest.BadCriteria();
        if (criteria["sectionRegistration"].Id() is not { } registration)
            return EthosErrors.Invalid("criteria: sectionRegistration.id, a GUID.");
        SubmittedGrade[] found = registrar.Submission(registration) is { } existing ? [existing] : [];
        return context.Page(Array.ConvertAll(found, grade => Show(grade, campus)), options.Ethos.MaxPageSize);
    }

    public static IResult Get(string id, Registrar registrar, CampusData campus) =>
        Guid.TryParse(id, out var guid) && registrar.SubmissionById(guid) is { } grade
            ? Results.Json(Show(grade, campus))
            : EthosErrors.NotFound("student-unverified-grades", id);

    public static async Task<IResult> Post(HttpContext context, Registrar registrar, CampusData campus)
    {
        var (submission, fault) = Submission.Read(await context.Request.ReadObjectAsync(), registrar, campus);
        if (submission is null) return EthosErrors.Invalid(fault!);
        if (submission.Id != Guid.Empty) return EthosErrors.Invalid("id: a new submission carries the nil GUID.");
        return registrar.Submit(submission.Registration, submission.Grade, submission.SubmittedBy) is { } grade
            ? Results.Json(Show(grade, campus), statusCode: StatusCodes.Status201Created)
            : EthosErrors.Invalid($"A final grade already exists for section registration '{submission.Registration.Id}'.");
    }

    public static async Task<IResult> Put(string id, HttpContext context, Registrar registrar, CampusData campus)
    {
        if (!Guid.TryParse(id, out var guid) || registrar.SubmissionById(guid) is not { } existing)
            return EthosErrors.NotFound("student-unverified-grades", id);
        var (submission, fault) = Submission.Read(await context.Request.ReadObjectAsync(), registrar, campus);
        if (submission is null) return EthosErrors.Invalid(fault!);
        if (submission.Id != guid || submission.Registration.Id != existing.Registration.Id)
            return EthosErrors.Invalid("id and sectionRegistration are those of the existing grade.");
        return registrar.Resubmit(existing, submission.Grade, submission.SubmittedBy) is { } grade
            ? Results.Json(Show(grade, campus))
            : EthosErrors.Invalid("The grade has been verified; it can only be adjusted on the transcript.");
    }

    private static JsonObject Show(SubmittedGrade grade, CampusData campus) => new()
    {
        ["id"] = grade.Id.ToString(),
        ["student"] = JsonBody.Reference(grade.Registration.Learner.Person!.Value),
        ["sectionRegistration"] = JsonBody.Reference(grade.Registration.Id),
        ["details"] = new JsonObject
        {
            ["grades"] = new JsonArray(new JsonObject
            {
                ["type"] = JsonBody.Reference(campus.Grades.FinalType),
                ["grade"] = JsonBody.Reference(grade.Grade),
                ["incompleteGrade"] = Grades.Incomplete(campus, grade.Grade),
                ["submittedOn"] = grade.SubmittedAt,
                ["submittedBy"] = grade.SubmittedBy is { } by ? JsonBody.Reference(by) : null,
            }),
        },
    };

    private sealed record Submission(Guid Id, Registration Registration, Guid Grade, Guid? SubmittedBy)
    {
        public static (Submission?, string? Fault) Read(JsonObject? body, Registrar registrar, CampusData campus)
        {
            if (body is null || !Guid.TryParse(body["id"].Text(), out var id))
                return (null, "id: a GUID is required.");
            if (body["sectionRegistration"].Id() is not { } section)
                return (null, "sectionRegistration.id: a GUID is required.");
            if (!registrar.Registrations.TryGetValue(section, out var registration))
                return (null, $"Unable to obtain id for SectionRegistration: {section}");
            if (body["grade"]?["type"].Id() is not { } type || type != campus.Grades.FinalType)
                return (null, "Unable to retrieve grade types for grade.type.id.");
            if (body["grade"]?["grade"].Id() is not { } grade || !campus.Grades.All.ContainsKey(grade))
                return (null, "Unable to retrieve grade definition for grade.grade.id.");
            return (new(id, registration, grade, body["submittedBy"].Id()), null);
        }
    }
}
