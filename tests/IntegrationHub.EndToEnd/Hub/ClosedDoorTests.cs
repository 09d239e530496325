using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Functions.Health;
using Microsoft.Azure.Functions.Worker;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

[Collection(nameof(OneHub))]
public sealed partial class ClosedDoorTests(RunningHub hub)
{
    private static readonly string[] OpenToAll =
    [
        "assets/{file}",
        "credentials/{file}",
        "health/live",
        "health/ready",
        "hooks/{institution}/{source}",
        "hooks/{institution}/{source}/about",
        "hooks/{institution}/{source}/statements",
        "hooks/{institution}/{source}/token",
        "issuers/{institution}",
        "issuers/{institution}/achievements/{code}/{version:int}/{language}",
        "issuers/{institution}/badges/{code}/{year:int}/{file}",
        "issuers/{institution}/colours.css",
        "issuers/{institution}/did.json",
        "issuers/{institution}/keys/{thumbprint}",
        "issuers/{institution}/logo",
        "issuers/{institution}/status/{list}",
        "learner/{token}",
        "learner/{token}/acts/{act}",
        "learner/{token}/files/{file}",
        "learner/{token}/recognition",
        "learner/{token}/record",
        "learner/{token}/survey",
        "learner/{token}/withdraw",
        "sign-in",
        "sign-out",
        "verify",
        "verify/{id}",
    ];

    private static IEnumerable<HttpTriggerAttribute> Triggers =>
        from type in typeof(HealthFunctions).Assembly.GetTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null
        select trigger;

    public static TheoryData<string, string> Closed => [.. Triggers
        .Where(trigger => !OpenToAll.Contains(trigger.Route))
        .SelectMany(trigger => trigger.Methods!.Select(method => (method, trigger.Route!)))];

    [Fact]
    public void What_is_open_to_all_is_there() =>
        Triggers.Select(trigger => trigger.Route!).Distinct().Intersect(OpenToAll).Order(StringComparer.Ordinal).ShouldBe(OpenToAll);

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Without_the_key_a_page_leads_to_the_sign_in_and_the_api_answers_401(string method, string route)
    {
        foreach (var key in new[] { null, "", "not-the-key" })
        {
            using var request = new HttpRequestMessage(
                new(method),
                "/" + Parameter().Replace(route, match => match.Value.Contains('?') ? "" : "lacnord"));
            if (key is not null)
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}").ShouldBeTrue();
            request.Headers.Add("Cookie", $"hub-session={new string('0', 32)}.99999999999.{new string('0', 64)}");
            request.Headers.Add("Origin", hub.Settings["PublicBaseUrl"]);

            using var answer = await hub.Anybody.SendAsync(request);

            if (route.StartsWith("api/", StringComparison.Ordinal))
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            else
                (answer.StatusCode, answer.Headers.Location?.OriginalString.Split('?')[0]).ShouldBe((HttpStatusCode.Redirect, "/sign-in"));
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("lacnord-");
        }
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
