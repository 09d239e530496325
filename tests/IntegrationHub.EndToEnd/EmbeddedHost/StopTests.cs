using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

/// <summary>
/// The end of the host while a function runs: by itself it waits; told to be strict it cancels, as Azure's unless it drains.
/// </summary>
public sealed class StopTests(AzuriteServer azurite)
{
    private const string Strict = "--EmbeddedHost:Strict=true";
    private const string Drain = "--FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING=true";
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(700);

    [Theory]
    [InlineData]
    [InlineData(Drain)]
    [InlineData(Strict, Drain)]
    public async Task A_function_that_runs_ends_by_itself_and_its_message_is_done(params string[] settings)
    {
        var work = new Work(_ => Task.Delay(Rest));
        await using var host = new QueueHost(azurite.ConnectionString, work, settings: settings);

        await StoppedInTheMiddle(host, work);

        work.Token.IsCancellationRequested.ShouldBeFalse();
        (await host.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Strict_it_cancels_the_function_at_once_and_the_message_comes_again_counted_as_a_failure()
    {
        Work work = null!;
        work = new(_ => Task.Delay(TimeSpan.FromMinutes(1), work.Token));
        await using var host = new QueueHost(azurite.ConnectionString, work, """{ "visibilityTimeout": "00:00:01" }""", settings: Strict);

        await StoppedInTheMiddle(host, work);

        work.Token.IsCancellationRequested.ShouldBeTrue();
        await Eventually.SoAsync(async () => (await host.Raw.PeekMessagesAsync()).Value.Length == 1, "the message is to be seen again");
        (await host.Raw.PeekMessagesAsync()).Value[0].DequeueCount.ShouldBe(1);
        (await host.PoisonedAsync()).ShouldBeEmpty();
    }

    private static async Task StoppedInTheMiddle(QueueHost host, Work work)
    {
        await host.SendAsync("work");
        await host.StartAsync();
        await Eventually.SoAsync(() => !work.Runs.IsEmpty, "the function runs");
        await host.StopAsync();
    }
}
