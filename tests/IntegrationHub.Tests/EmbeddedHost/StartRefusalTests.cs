using IntegrationHub.Testing.Hosting;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost;

public sealed class StartRefusalTests
{
    private const string Storage = "--AzureWebJobsStorage=UseDevelopmentStorage=true";

    [Theory]
    [InlineData(typeof(SlashRoute), "the route '/' begins with '/'")]
    [InlineData(typeof(KeyedRoute), "AuthorizationLevel.Function needs function keys")]
    [InlineData(typeof(PlainAnswer), "must return IResult")]
    [InlineData(typeof(UnboundParameter), "nothing gives the parameter 'String key' a value")]
    [InlineData(typeof(WrongCron), "'0 61 * * * *' is not a schedule")]
    [InlineData(typeof(HiddenFunction), "is not public")]
    [InlineData(typeof(BadQueueName), "'Work_Queue' is not a queue's name")]
    public void A_function_that_would_break_on_Azure_is_refused(Type function, string reason) =>
        TestHost.FaultsOf([function], settings: Storage).ShouldHaveSingleItem().ShouldContain(reason);

    [Fact]
    public void Routes_that_the_real_host_keeps_for_itself_are_refused()
    {
        var faults = TestHost.FaultsOf([typeof(ReservedRoutes)]);
        faults.Count.ShouldBe(2);
        faults[0].ShouldContain("begins with 'admin'");
        faults[1].ShouldContain("begins with 'runtime'");
    }

    [Fact]
    public void Two_routes_that_can_match_the_same_path_with_a_common_verb_are_refused() =>
        TestHost
            .FaultsOf([typeof(OverlappingRoutes)])
            .ShouldHaveSingleItem()
            .ShouldStartWith("A and B: the routes 'awards/{id}' and '{what}/new'");

    [Fact]
    public void A_name_between_percent_signs_that_is_no_setting_is_refused()
    {
        var faults = TestHost.FaultsOf([typeof(UnknownSettings)], settings: Storage);
        faults.ShouldContain("Queue: '%NoSuchQueue%' names the setting 'NoSuchQueue', which is not set.");
        faults.ShouldContain("Timer: '%NoSuchSchedule%' names the setting 'NoSuchSchedule', which is not set.");
    }

    [Fact]
    public void Two_functions_of_one_name_are_refused_whatever_the_case() =>
        TestHost.FaultsOf([typeof(Twin), typeof(OtherTwin)]).ShouldHaveSingleItem().ShouldContain("a function's name must be unique");

    [Fact]
    public void A_function_has_exactly_one_trigger()
    {
        var faults = TestHost.FaultsOf([typeof(WrongTriggers)], settings: Storage);
        faults.Count.ShouldBe(2);
        faults[0].ShouldContain("has 0 triggers");
        faults[1].ShouldContain("has 2 triggers");
    }

    [Fact]
    public void A_queue_without_a_storage_connection_is_refused() =>
        TestHost
            .FaultsOf([typeof(QueueOnly)], TestHost.NoPrefix, "--AzureWebJobsStorage=")
            .ShouldHaveSingleItem()
            .ShouldContain("'AzureWebJobsStorage' is not set");

    [Fact]
    public void A_faulty_connection_string_is_refused_without_repeating_it()
    {
        var fault = TestHost.FaultsOf([typeof(QueueOnly)], settings: "--AzureWebJobsStorage=AccountName=x;hush").ShouldHaveSingleItem();
        fault.ShouldContain("'AzureWebJobsStorage' is not a storage connection string");
        fault.ShouldNotContain("hush");
    }

    [Fact]
    public void Every_fault_is_listed_at_once()
    {
        var faults = TestHost.FaultsOf(
            [typeof(SlashRoute), typeof(WrongCron), typeof(PlainAnswer)],
            """{ "extensions": { "queues": { "batchSize": 33 } } }""");
        faults.Count.ShouldBe(5);
    }
}
