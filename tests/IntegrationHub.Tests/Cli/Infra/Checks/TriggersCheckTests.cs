using System.Reflection;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Checks;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Functions.Settings;
using Microsoft.Azure.Functions.Worker;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Infra.Checks;

public sealed class TriggersCheckTests
{
    [Fact]
    public void Every_queue_has_its_function_and_every_function_its_queue() => TriggersCheck.Faults(Small.Code).ShouldBeEmpty();

    [Fact]
    public void A_queue_that_nobody_listens_to_is_a_fault() =>
        Single(Small.Code with { Queues = [.. Small.Code.Queues, "badges"] }).What.ShouldContain("badges");

    [Fact]
    public void A_function_of_a_queue_that_the_code_does_not_list_is_a_fault() =>
        Single(Small.Code with { Triggers = [.. Small.Code.Triggers, new("Queue", "Letters", "letters")] }).What.ShouldContain("letters");

    [Fact]
    public void A_schedule_that_the_sample_does_not_know_is_a_fault() =>
        Single(Small.Code with { Triggers = [.. Small.Code.Triggers, new("Timer", "Digest", "%DigestSchedule%")] })
            .Remedy.ShouldContain("DigestSchedule");

    [Fact]
    public void A_host_that_leaves_a_queue_alone_is_a_fault() =>
        Single(Small.Code with { Host = JsonNode.Parse("""{ "functions": [ "Completions" ] }""") }).File.ShouldBe("host.json");

    [Fact]
    public void The_attributes_read_from_the_file_are_those_of_the_program()
    {
        var read = FunctionTriggers.Read(typeof(HubOptions).Assembly.Location);
        read.Count.ShouldBeGreaterThan(60);
        read.Select(trigger => (trigger.Function, trigger.Value)).ShouldBe(Reflected(), ignoreOrder: true);
    }

    private static IEnumerable<(string, string)> Reflected() =>
        from type in typeof(HubOptions).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()?.Name
        where function is not null
        from parameter in method.GetParameters()
        from value in new[]
        {
            parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Route,
            parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName,
            parameter.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule,
        }
        where value is not null
        select (function, value);

    private static InfraFault Single(HubCode code) => TriggersCheck.Faults(code).ShouldHaveSingleItem();
}
