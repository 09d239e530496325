using System.Net.Http.Headers;
using System.Net.Http.Json;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Rows of Banner's non-course record that others than the hub wrote.</summary>
internal static class EthosRows
{
    private const string Media = "application/vnd.hedtech.integration.v1.0.0+json";

    /// <summary>Adds a row of the first learner, with the status that the hub gives too.</summary>
    public static async Task Add(Campus campus, string code, string? day)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "ethos/auth");
        ask.Headers.Authorization = new("Bearer", Campus.Secrets["ETHOS"]);
        var token = await (await campus.Http.SendAsync(ask)).Content.ReadAsStringAsync();
        var settings = campus.Connection(ConnectionRole.Sis).Settings;
        var row = new Dictionary<string, string>
        {
            ["id"] = campus.Learner(0)["studentNumber"]!.GetValue<string>(),
            ["levlCode"] = settings["nonCourseLevel"],
            ["ncrqCode"] = code,
            ["ncstCode"] = settings["nonCourseStatus"],
        };
        if (day is not null)
            row["completeDate"] = day;
        using var post = new HttpRequestMessage(HttpMethod.Post, "ethos/api/academic-non-course")
        {
            Content = JsonContent.Create(row, new MediaTypeHeaderValue(Media)),
        };
        post.Headers.Authorization = new("Bearer", token);
        (await campus.Http.SendAsync(post)).EnsureSuccessStatusCode();
    }
}
