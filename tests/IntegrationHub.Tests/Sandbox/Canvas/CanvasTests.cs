using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Sandbox.Canvas;

public class CanvasTests
{
    [Fact]
    public async Task After_a_rotation_the_next_key_signs_and_the_old_one_is_still_published()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);
        var before = await KidsAsync(sandbox);
        await SendAsync(sandbox, new { });

        (await sandbox.Client.PostAsync("/canvas/rotate", null)).EnsureSuccessStatusCode();
        var after = await KidsAsync(sandbox);
        await SendAsync(sandbox, new { });

        var (first, second) = (hub.Deliveries.First().Body, hub.Deliveries.Last().Body);
        Header(first)["kid"]!.ToString().ShouldBe(before[1]);
        Header(second)["kid"]!.ToString().ShouldBe(before[2]);
        after[..2].ShouldBe(before[1..]);
        (await VerifiesAsync(sandbox, first)).ShouldBeTrue();
        (await VerifiesAsync(sandbox, second)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_signed_body_can_be_had_without_a_delivery()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        using var answer = await sandbox.Client.PostAsJsonAsync("/sign/canvas", new { score = 90 });

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/jwt");
        (await VerifiesAsync(sandbox, await answer.Content.ReadAsStringAsync())).ShouldBeTrue();
        hub.Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_event_claims_a_published_key_and_does_not_verify()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        await SendAsync(sandbox, new Dictionary<string, object> { ["as"] = "forged" });

        (await VerifiesAsync(sandbox, hub.Deliveries.Single().Body)).ShouldBeFalse();
    }

    [Fact]
    public async Task With_a_score_the_event_is_a_grade_in_points_for_the_global_student_id()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        await SendAsync(sandbox, new { learner = "900100038", course = "2026A.RCR101.01", score = 85 });

        hub.Deliveries.Single().Path.ShouldBe("/hooks/lacnord/canvas");
        var live = Payload(hub.Deliveries.Single().Body);
        live["metadata"]!["event_name"]!.ToString().ShouldBe("grade_change");
        live["body"]!["score"]!.GetValue<decimal>().ShouldBe(17);
        live["body"]!["points_possible"]!.GetValue<decimal>().ShouldBe(20);
        live["body"]!["student_id"]!.ToString().ShouldBe("40130000000001002");
        live["body"]!["student_sis_id"]!.ToString().ShouldBe("900100038");
    }

    [Fact]
    public async Task Without_a_score_the_course_is_completed_and_the_body_has_no_student_number()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        await SendAsync(sandbox, new { learner = "grace.holloway@example.ca", course = "508" });

        var live = Payload(hub.Deliveries.Single().Body);
        live["metadata"]!["event_name"]!.ToString().ShouldBe("course_completed");
        live["body"]!["user"]!["id"]!.ToString().ShouldBe("1091");
        live["body"]!["course"]!["sis_source_id"].ShouldBeNull();
        live["body"]!["progress"]!["completed_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_repeat_is_the_very_same_event()
    {
        await using var hub = await HubStub.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(null, hub.Setting);

        var answer = await SendAsync(sandbox, new { repeat = 3, together = true });

        hub.Deliveries.Count.ShouldBe(3);
        hub.Deliveries.Select(delivery => delivery.Body).Distinct().Count().ShouldBe(1);
        answer["answers"]!.AsArray().Count.ShouldBe(3);
        answer["trackingId"]!.ToString().ShouldStartWith("t-");
    }

    private static async Task<JsonNode> SendAsync(SandboxHost sandbox, object send) =>
        (
            await (await sandbox.Client.PostAsJsonAsync("/send/canvas", send))
                .EnsureSuccessStatusCode()
                .Content.ReadFromJsonAsync<JsonNode>())!;

    private static async Task<string[]> KidsAsync(SandboxHost sandbox) =>
        [.. (await sandbox.GetJsonAsync("/canvas/jwks"))["keys"]!.AsArray().Select(key => key!["kid"]!.ToString())];

    private static async Task<bool> VerifiesAsync(SandboxHost sandbox, string jwt)
    {
        var keys = (await sandbox.GetJsonAsync("/canvas/jwks"))["keys"]!.AsArray();
        var key = keys.Single(key => key!["kid"]!.ToString() == Header(jwt)["kid"]!.ToString())!;
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key["n"]!.ToString()),
            Exponent = Base64Url.DecodeFromChars(key["e"]!.ToString()),
        });
        var end = jwt.LastIndexOf('.');
        return rsa.VerifyData(
            Encoding.ASCII.GetBytes(jwt[..end]),
            Base64Url.DecodeFromChars(jwt.AsSpan(end + 1)),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
    }

    private static JsonNode Header(string jwt) => JsonNode.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[0]))!;

    private static JsonNode Payload(string jwt) => JsonNode.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[1]))!;
}
