using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Ethos;

public class EthosTests
{
    private const string
        Vendor = "application/vnd.hedtech.integration.",
        Submissions = Vendor + "student-unverified-grades-submissions.v1+json",
        Adjustments = Vendor + "student-transcript-grades-adjustments.v1+json";

    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_lives_as_many_minutes_as_were_asked_for()
    {
        await using var sandbox = await SandboxHost.StartAsync(_time);
        var token = await sandbox.EthosTokenAsync(minutes: 2);

        (await PersonsAsync(sandbox, token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromMinutes(2));
        var late = await PersonsAsync(sandbox, token);

        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await late.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.ToString().ShouldBe("Unauthorized");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData(Vendor + "v11+json")]
    public async Task A_missing_or_wrong_version_is_not_acceptable(string? accept)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        (await PersonsAsync(sandbox, await sandbox.EthosTokenAsync(), accept)).StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task Every_version_that_is_listed_for_reading_is_spoken()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var token = await sandbox.EthosTokenAsync();
        using var listing = await sandbox.EthosAsync(HttpMethod.Get, "/admin/available-resources", token, null);
        var resources = (await listing.Content.ReadFromJsonAsync<JsonNode>())![0]!["resources"]!.AsArray();

        foreach (var resource in resources)
        foreach (var form in resource!["representations"]!
                .AsArray()
                .Where(form => form!["methods"]!.AsArray().Any(method => method!.ToString() == "get")))
        {
            using var answer = await sandbox.EthosAsync(
                HttpMethod.Get,
                $"/api/{resource["name"]}",
                token,
                form!["X-Media-Type"]!.ToString());
            answer.StatusCode.ShouldNotBe(HttpStatusCode.NotAcceptable);
            answer.Headers.GetValues("x-media-type").ShouldBe([form["X-Media-Type"]!.ToString()]);
        }
        resources.Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_list_is_cut_into_pages_and_says_how_many_there_are()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var token = await sandbox.EthosTokenAsync();
        var seen = new List<string>();
        for (var offset = 0; offset < 12; offset += 5)
        {
            using var page = await sandbox.EthosAsync(
                HttpMethod.Get,
                $"/api/persons?offset={offset}&limit=100",
                token,
                Vendor + "v12+json");
            page.Headers.GetValues("x-total-count").ShouldBe(["12"]);
            page.Headers.GetValues("x-max-page-size").ShouldBe(["5"]);
            seen.AddRange((await page.Content.ReadFromJsonAsync<JsonArray>())!.Select(person => person!["id"]!.ToString()));
        }

        seen.Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public async Task A_submitted_grade_is_recorded_only_when_the_registrar_has_rolled_it()
    {
        await using var sandbox = await SandboxHost.StartAsync(_time, "--Sandbox:RollAfter=00:01:00");
        var (token, registration, campus) = await PrepareAsync(sandbox);
        (await SubmitAsync(sandbox, token, registration, campus, "pass")).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await TranscriptAsync(sandbox, token, campus)).Count.ShouldBe(0);
        _time.Advance(TimeSpan.FromMinutes(1));
        var recorded = await TranscriptAsync(sandbox, token, campus);

        recorded.Count.ShouldBe(1);
        recorded[0]!["grade"]!["id"]!.ToString().ShouldBe(campus["grades"]!["pass"]!.ToString());
    }

    [Fact]
    public async Task A_second_submission_for_the_same_registration_is_refused()
    {
        await using var sandbox = await SandboxHost.StartAsync(_time);
        var (token, registration, campus) = await PrepareAsync(sandbox);
        await SubmitAsync(sandbox, token, registration, campus, "pass");

        var again = await SubmitAsync(sandbox, token, registration, campus, "pass");

        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await sandbox.GetJsonAsync("/state/transcript"))["entries"]!.AsArray().Count.ShouldBe(1);
        (await sandbox.GetJsonAsync("/state/requests"))["ethos"]!["writes"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Once_rolled_a_grade_changes_only_by_adjustment()
    {
        await using var sandbox = await SandboxHost.StartAsync(_time, "--Sandbox:RollAfter=never");
        var (token, registration, campus) = await PrepareAsync(sandbox);
        var submitted = (await (await SubmitAsync(sandbox, token, registration, campus, "pass")).Content.ReadFromJsonAsync<JsonNode>())![
            "id"
        ]!.ToString();
        (await sandbox.Client.PostAsync("/transcript/roll", null)).EnsureSuccessStatusCode();

        var put = await SubmitAsync(sandbox, token, registration, campus, "fail", submitted);
        var id = (await TranscriptAsync(sandbox, token, campus))[0]!["id"]!.ToString();
        var detail = new { grade = new { id = campus["grades"]!["fail"] }, changeReason = new { id = Guid.NewGuid() } };
        var nameless = await Adjust(new { detail });
        var adjusted = await Adjust(new { id, detail });

        put.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        nameless.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        adjusted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var entry = (await sandbox.GetJsonAsync("/state/transcript"))["entries"]![0]!;
        entry["grade"]!.ToString().ShouldBe("F");
        entry["adjustments"]!.AsArray().Count.ShouldBe(1);

        Task<HttpResponseMessage> Adjust(object body) => sandbox.EthosAsync(
            HttpMethod.Put,
            $"/api/student-transcript-grades/{id}",
            token,
            null,
            Adjustments,
            JsonSerializer.Serialize(body));
    }

    [Fact]
    public async Task A_grade_definition_says_its_letter_and_whether_it_gives_credit()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var token = await sandbox.EthosTokenAsync();
        var grades = (await sandbox.GetJsonAsync("/campus"))["grades"]!;

        (await Definition("distinction")).ShouldBe(("A+", "full"));
        (await Definition("withdrawn")).ShouldBe(("W", "none"));

        async Task<(string, string)> Definition(string name)
        {
            using var found = await sandbox.EthosAsync(
                HttpMethod.Get, $"/api/grade-definitions/{grades[name]}", token, Vendor + "v6+json");
            var body = (await found.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!;
            return (body["grade"]!["value"]!.ToString(), body["credit"]!.ToString());
        }
    }

    private static Task<HttpResponseMessage> PersonsAsync(SandboxHost sandbox, string token, string? accept = Vendor + "v12+json") =>
        sandbox.EthosAsync(HttpMethod.Get, "/api/persons", token, accept);

    private static async Task<(string Token, string Registration, JsonNode Campus)> PrepareAsync(SandboxHost sandbox)
    {
        var campus = await sandbox.GetJsonAsync("/campus");
        var token = await sandbox.EthosTokenAsync(60);
        var criteria = JsonSerializer.Serialize(
            new { registrant = new { id = campus["learners"]![0]!["person"] }, section = new { id = campus["courses"]![0]!["section"] } });
        using var found = await sandbox.EthosAsync(
            HttpMethod.Get,
            $"/api/section-registrations?criteria={Uri.EscapeDataString(criteria)}",
            token,
            Vendor + "v16+json");
        return (token, (await found.Content.ReadFromJsonAsync<JsonArray>())!.Single()!["id"]!.ToString(), campus);
    }

    private static Task<HttpResponseMessage> SubmitAsync(
        SandboxHost sandbox,
        string token,
        string registration,
        JsonNode campus,
        string grade,
        string? id = null) =>
        sandbox.EthosAsync(
            id is null ? HttpMethod.Post : HttpMethod.Put,
            $"/api/student-unverified-grades{(id is null ? "" : $"/{id}")}",
            token,
            Vendor + "v1+json",
            Submissions,
            JsonSerializer.Serialize(
                new
                {
                    id = id ?? Guid.Empty.ToString(),
                    sectionRegistration = new { id = registration },
                    grade = new { type = new { id = campus["grades"]!["finalType"] }, grade = new { id = campus["grades"]![grade] } },
                }));

    private static async Task<JsonArray> TranscriptAsync(SandboxHost sandbox, string token, JsonNode campus)
    {
        var criteria = Uri.EscapeDataString(JsonSerializer.Serialize(new { student = new { id = campus["learners"]![0]!["person"] } }));
        using var found = await sandbox.EthosAsync(
            HttpMethod.Get,
            $"/api/student-transcript-grades?criteria={criteria}",
            token,
            Vendor + "v1+json");
        return (await found.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonArray>())!;
    }
}
