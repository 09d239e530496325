using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

/// <summary>host.json against what Microsoft says of the Functions host's queues.</summary>
public sealed class HostFileCheckTests
{
    [Fact]
    public void What_the_hub_asks_of_the_host_the_host_does() => HostFileCheck.Faults(Small.Code).ShouldBeEmpty();

    [Theory]
    [InlineData("batchSize", "33")]
    [InlineData("batchSize", "0")]
    [InlineData("newBatchThreshold", "-1")]
    [InlineData("maxDequeueCount", "1")]
    [InlineData("visibilityTimeout", "\"00:00:00\"")]
    [InlineData("visibilityTimeout", "\"00:10:00\"")]
    [InlineData("maxPollingInterval", "\"00:00:00.050\"")]
    [InlineData("messageEncoding", "\"base64\"")]
    public void What_the_host_does_not_do_or_what_harms_is_a_fault_that_names_it(string name, string value)
    {
        var fault = HostFileCheck.Faults(With(name, value)).ShouldHaveSingleItem();

        fault.File.ShouldBe("host.json");
        fault.What.ShouldContain($"extensions.queues.{name}");
        fault.Remedy.ShouldContain($"extensions.queues.{name}");
    }

    [Theory]
    [InlineData("batchSize", "32")]
    [InlineData("newBatchThreshold", "0")]
    [InlineData("maxDequeueCount", "5")]
    [InlineData("maxPollingInterval", "\"00:01:00\"")]
    public void What_the_host_does_is_none(string name, string value) => HostFileCheck.Faults(With(name, value)).ShouldBeEmpty();

    [Fact]
    public void A_host_that_would_try_again_at_once_and_decode_by_itself_since_host_json_is_silent_has_two_faults() =>
        HostFileCheck.Faults(Small.Code with { Host = JsonNode.Parse("{}") }).Select(fault => fault.Remedy.Split(' ')[1])
            .ShouldBe(["extensions.queues.visibilityTimeout", "extensions.queues.messageEncoding"]);

    [Theory]
    [InlineData("00:02:00", true)]
    [InlineData("00:09:59", true)]
    [InlineData("00:10:00", false)]
    [InlineData("00:00:00", false)]
    [InlineData("soon", false)]
    public void A_claim_ends_before_the_host_shows_the_message_again(string claim, bool isRight)
    {
        var faults = HostFileCheck.Faults(Small.Deploy(Small.Settings(("Pipeline__Claim", claim)))).ToList();

        if (isRight)
            faults.ShouldBeEmpty();
        else
            faults.ShouldHaveSingleItem().ToString().ShouldContain("azure-webjobs-sdk");
    }

    private static HubCode With(string name, string value)
    {
        var host = Small.Code.Host!.DeepClone();
        host["extensions"]!["queues"]![name] = JsonNode.Parse(value);
        return Small.Code with { Host = host };
    }
}
