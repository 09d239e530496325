using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal static class Grades
{
    public static IResult Definitions(HttpContext context, CampusData campus, SandboxOptions options) =>
        context.Page([.. campus.Grades.All.Keys.Select(id => Definition(campus, id))], options.Ethos.MaxPageSize);

    public static IResult Get(string id, CampusData campus) => Guid.TryParse(id, out var guid) && campus.Grades.All.ContainsKey(guid)
        ? Results.Json(Definition(campus, guid))
        : EthosErrors.NotFound("grade-definitions", id);

    public static IResult Types(HttpContext context, CampusData campus, SandboxOptions options) => context.Page(
        new[] { new JsonObject { ["id"] = campus.Grades.FinalType.ToString(), ["code"] = "FINAL", ["title"] = "Final Grade" } },
        options.Ethos.MaxPageSize);

    /// <summary>What an incomplete grade becomes where nothing more comes, and when; null for any other.</summary>
    public static JsonObject? Incomplete(CampusData campus, Guid grade) => grade == campus.Grades.Incomplete
        ? new() { ["finalGrade"] = JsonBody.Reference(campus.Grades.Fail), ["extensionDate"] = "2026-12-31" }
        : null;

    private static JsonObject Definition(CampusData campus, Guid id) => new()
    {
        ["id"] = id.ToString(),
        ["scheme"] = JsonBody.Reference(campus.Grades.Scheme),
        ["grade"] = new JsonObject { ["type"] = "literal", ["value"] = campus.Grades.All[id].Value },
        ["credit"] = campus.Grades.All[id].GivesCredit ? "full" : "none",
    };
}
