using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Sandbox.Campus;

namespace IntegrationHub.Sandbox.Graph;

/// <summary>The learners who have an Entra account, found by <c>$filter</c>: attributes that equal a text, joined by <c>or</c>.</summary>
internal static partial class GraphUsers
{
    private const string Extensions = "onPremisesExtensionAttributes";

    public static IResult Find(HttpRequest request, CampusData campus)
    {
        var filter = request.Query["$filter"].ToString();
        var terms = Term().Matches(filter).ToList();
        if (terms.Count == 0 || string.Concat(terms.Select(term => term.Value)) != filter)
            return GraphErrors.BadRequest("Request_UnsupportedQuery", "The sandbox answers $filter=attribute eq '…' or … only.");
        if (terms.Exists(term => Name(term).StartsWith(Extensions, StringComparison.Ordinal)) && !IsAdvanced(request))
            return GraphErrors.BadRequest(
                "Request_UnsupportedQuery",
                $"Unsupported or invalid query filter clause specified for property '{Extensions}' of resource 'User'.");
        var users = campus
            .Learners.Where(learner => learner.EntraId is not null)
            .Select(Show)
            .Where(user => terms.Exists(term => IsTrue(term, user)));
        return Results.Json(
            new JsonObject
            {
                ["@odata.context"] = $"{request.Scheme}://{request.Host}/graph/v1.0/$metadata#users",
                ["value"] = new JsonArray([.. users]),
            });
    }

    /// <summary>Graph filters extension attributes only in its advanced queries.</summary>
    private static bool IsAdvanced(HttpRequest request) =>
        request.Headers["ConsistencyLevel"] == "eventual" && request.Query["$count"] == "true";

    private static JsonObject Show(Learner learner) =>
        new()
        {
            ["id"] = learner.EntraId.ToString(),
            ["displayName"] = learner.Name,
            ["mail"] = learner.Email,
            ["userPrincipalName"] = $"{learner.Login}@lacnord.example.ca",
            ["preferredLanguage"] = learner.Language == "fr" ? "fr-CA" : "en-CA",
            ["employeeId"] = learner.StudentNumber,
            [Extensions] = new JsonObject { ["extensionAttribute1"] = learner.StudentNumber, ["extensionAttribute2"] = learner.Login },
        };

    private static bool IsTrue(Match term, JsonObject user)
    {
        var path = Name(term).Split('/');
        var value = path is [var outer, var inner] ? user[outer]?[inner] : user[path[0]];
        return string.Equals(value?.GetValue<string>(), term.Groups["value"].Value.Replace("''", "'"), StringComparison.OrdinalIgnoreCase);
    }

    private static string Name(Match term) => term.Groups["name"].Value;

    [GeneratedRegex(@"\G(?<name>[A-Za-z]+(/[A-Za-z0-9]+)?) eq '(?<value>([^']|'')*)'( or |$)")]
    private static partial Regex Term();
}
