using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Moodle;

public class MoodleTests
{
    [Fact]
    public async Task A_quiz_arrives_as_two_statements_without_ids_and_with_a_misleading_scaled_score()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        var batch = await SendAsync(hub, sandbox, new { learner = "900100075", course = "DON110", score = 50 });

        batch.Count.ShouldBe(2);
        batch.ShouldAllBe(statement =>
            statement!["id"] == null && statement["timestamp"] != null && statement["context"]!["registration"] != null);
        batch[0]!["actor"]!["account"]!["name"]!.ToString().ShouldBe("303");
        batch[0]!["result"]!["score"]!["raw"]!.GetValue<decimal>().ShouldBe(20);
        batch[0]!["result"]!["score"]!["max"]!.GetValue<decimal>().ShouldBe(40);
        batch[0]!["result"]!["score"]!["scaled"]!.GetValue<decimal>().ShouldBe(0);
        batch[1]!["verb"]!["id"]!.ToString().ShouldEndWith("/answered");
    }

    [Fact]
    public async Task A_batch_is_filled_up_with_noise_around_the_one_completion()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        var batch = await SendAsync(hub, sandbox, new { batch = 30 });

        batch.Count.ShouldBe(30);
        batch.Count(statement => statement!["verb"]!["id"]!.ToString().EndsWith("/completed", StringComparison.Ordinal)).ShouldBe(1);
        batch[0]!["verb"]!["id"]!.ToString().ShouldEndWith("/viewed");
    }

    [Fact]
    public async Task The_learner_may_be_an_e_mail_address_and_the_credentials_are_basic()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        var batch = await SendAsync(hub, sandbox, new { mbox = true });

        batch[0]!["actor"]!["mbox"]!.ToString().ShouldBe("mailto:amelie.gagnon@example.ca");
        var delivery = hub.Deliveries.Single();
        delivery.Path.ShouldBe("/hooks/lacnord/moodle/statements");
        delivery.XapiVersion.ShouldBe("1.0.3");
        delivery.Authorization.ShouldBe($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"moodle:{SandboxHost.Password}"))}");
    }

    [Theory]
    [InlineData(400, 0)]
    [InlineData(413, 30)]
    [InlineData(401, 30)]
    [InlineData(429, 30)]
    [InlineData(503, 30)]
    public async Task A_batch_is_halved_on_400_alone_and_parked_on_whatever_else(int refusal, int parked)
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);
        hub.Status = body => Statements(body) > 200 ? refusal : 200;

        var answer = await EmitAsync(sandbox, new { learners = Exam, course = "DON110", score = 91, questions = 20 });

        answer["parked"]!.GetValue<int>().ShouldBe(parked);
        var sizes = hub.Deliveries.Select(delivery => Statements(delivery.Body)).ToList();
        sizes.ShouldBe(parked > 0 ? [630] : [630, 315, 168, 147, 315, 168, 147]);
        hub.Deliveries.First().Body.Length.ShouldBeGreaterThan(1024 * 1024);
    }

    [Fact]
    public async Task A_single_event_that_is_refused_is_parked()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);
        hub.Status = _ => 400;

        (await EmitAsync(sandbox, new { learners = Exam.Take(4), score = 91, questions = 20 }))["parked"]!.GetValue<int>().ShouldBe(4);
        hub.Deliveries.Count.ShouldBe(7);
    }

    private static IEnumerable<string> Exam => Enumerable.Repeat("900100075", 30);

    private static int Statements(string body) => JsonNode.Parse(body)!.AsArray().Count;

    private static async Task<JsonNode> EmitAsync(SandboxHost sandbox, object send)
    {
        var answer = await sandbox.Client.PostAsJsonAsync("/send/moodle", send);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private static async Task<JsonArray> SendAsync(HubStub hub, SandboxHost sandbox, object send)
    {
        (await sandbox.Client.PostAsJsonAsync("/send/moodle", send)).EnsureSuccessStatusCode();
        return JsonNode.Parse(hub.Deliveries.Single().Body)!.AsArray();
    }
}
