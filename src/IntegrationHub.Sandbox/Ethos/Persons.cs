using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal static class Persons
{
    public static IResult Find(HttpContext context, CampusData campus, SandboxOptions options)
    {
        if (context.Request.Criteria() is not { } criteria) return EthosRequest.BadCriteria();
        var wanted = (criteria["credentials"] as JsonArray ?? [])
            .Select(item => (Type: item?["type"].Text(), Value: item?["value"].Text())).ToList();
        if (wanted.Exists(credential => credential.Type is not ("colleaguePersonId" or "bannerId") || credential.Value is null))
            return EthosErrors.Invalid("credentials: each has a type (colleaguePersonId, bannerId) and a value.");
        var addresses = (criteria["emails"] as JsonArray ?? []).Select(item => item?["address"].Text()).ToList();
        if (addresses.Contains(null))
            return EthosErrors.Invalid("emails: each has an address.");
        var people = campus.Students
            .Where(learner => wanted.TrueForAll(credential => credential.Value == learner.StudentNumber))
            .Where(learner => addresses.TrueForAll(address => learner.Email.Equals(address, StringComparison.OrdinalIgnoreCase)))
            .Select(Show).ToList();
        return context.Page(people, options.Ethos.MaxPageSize);
    }

    public static IResult Get(string id, CampusData campus) =>
        campus.Students.FirstOrDefault(learner => Guid.TryParse(id, out var guid) && learner.Person == guid) is { } learner
            ? Results.Json(Show(learner))
            : EthosErrors.NotFound("persons", id);

    private static JsonObject Show(Learner learner) => new()
    {
        ["id"] = learner.Person.ToString(),
        ["privacyStatus"] = new JsonObject { ["privacyCategory"] = "unrestricted" },
        ["names"] = new JsonArray(new JsonObject
        {
            ["type"] = new JsonObject { ["category"] = "legal" },
            ["preference"] = "preferred",
            ["fullName"] = learner.Name,
            ["firstName"] = learner.Given,
            ["lastName"] = learner.Family,
        }),
        ["credentials"] = new JsonArray(
            new JsonObject { ["type"] = "colleaguePersonId", ["value"] = learner.StudentNumber },
            new JsonObject { ["type"] = "bannerId", ["value"] = learner.StudentNumber }),
        ["emails"] = new JsonArray(new JsonObject
        {
            ["type"] = new JsonObject { ["emailType"] = "school" },
            ["preference"] = "primary",
            ["address"] = learner.Email,
        }),
        ["languages"] = new JsonArray(new JsonObject { ["code"] = learner.Language == "fr" ? "fra" : "eng", ["preference"] = "primary" }),
    };
}
