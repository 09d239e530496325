using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal static class Grades
{
    public static IResult Definitions(HttpContext context, CampusData campus, SandboxOptions options) => context.Page(
        new[] { Definition(campus, campus.Grades.Pass, "P", "Pass"), Definition(campus, campus.Grades.Fail, "F", "Fail") },
        options.Ethos.MaxPageSize);

    public static IResult Types(HttpContext context, CampusData campus, SandboxOptions options) => context.Page(
        new[] { new JsonObject { ["id"] = campus.Grades.FinalType.ToString(), ["code"] = "FINAL", ["title"] = "Final Grade" } },
        options.Ethos.MaxPageSize);

    private static JsonObject Definition(CampusData campus, Guid id, string value, string title) => new()
    {
        ["id"] = id.ToString(),
        ["scheme"] = JsonBody.Reference(campus.Grades.Scheme),
        ["grade"] = new JsonObject { ["type"] = "literal", ["value"] = value },
        ["description"] = title,
    };
}
