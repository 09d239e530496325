using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox;

public class MoodleTests
{
    [Fact]
    public async Task A_quiz_arrives_as_two_statements_without_ids_and_with_a_misleading_scaled_score()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        var batch = await SendAsync(hub, sandbox, new { learner = "900100075", course = "DON110", score = 50 });

        batch.Count.ShouldBe(2);
        batch.ShouldAllBe(statement => statement!["id"] == null && statement["timestamp"] != null && statement["context"]!["registration"] != null);
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

    private static async Task<JsonArray> SendAsync(HubStub hub, SandboxHost sandbox, object send)
    {
        (await sandbox.Client.PostAsJsonAsync("/send/moodle", send)).EnsureSuccessStatusCode();
        return JsonNode.Parse(hub.Deliveries.Single().Body)!.AsArray();
    }
}
