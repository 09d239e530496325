using IntegrationHub.Testing.Storage;
using System.Text.Json;
using Azure;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Functions.Stages;
using IntegrationHub.Functions.Timers;
using IntegrationHub.Tests.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Stages;

/// <summary>While the hub's own storage does not answer, messages are put off (law 6): no poison, nothing for a person to do.</summary>
public sealed class StorageOutageTests
{
    private const string WithinATransaction = "busy within a transaction";

    private static readonly string[] Messages = [.. GoldenMessages.All];

    /// <summary>A message of every kind, by how tables and blobs fail.</summary>
    public static IEnumerable<TheoryDataRow<string, int>> Outages =>
        from fault in FaultyAccount.Faults.Keys
        where fault != WithinATransaction
        from message in Enumerable.Range(0, Messages.Length)
        select new TheoryDataRow<string, int>(fault, message);

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_message_of_any_kind_is_put_off(string fault, int message)
    {
        await using var hub = new StageHub(fault);
        var envelope = IntegrationHub.Storage.Messages.Read(Messages[message]);
        var queue = envelope.Message.Queue;

        await hub.Stage.Run(queue, Messages[message], default);

        hub.Account.Asked.ShouldBeGreaterThan(0);
        var again = hub.Account.Queued.ShouldHaveSingleItem();
        again.Queue.ShouldBe(queue);
        again.Hidden.ShouldBeInRange(TimeSpan.FromSeconds(27), TimeSpan.FromHours(7));
        var back = IntegrationHub.Storage.Messages.Read(again.Text);
        back.Since.ShouldNotBeNull();
        (back with { Since = envelope.Since, Due = null, Message = envelope.Message }).ShouldBe(envelope);
        JsonSerializer.Serialize<object>(back.Message).ShouldBe(JsonSerializer.Serialize<object>(envelope.Message));
        hub.Log.ShouldHaveSingleItem()
            .ShouldStartWith($"Warning A message on {queue} is put off: The storage did not do what was asked of it");
    }

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task What_is_poisoned_already_waits_in_its_poison_queue_and_is_no_error(string queue)
    {
        await using var hub = new StageHub("503");
        foreach (var text in Messages.Append("no message"))
            await hub.Stage.Fail(queue, text, default);

        hub.Account.Queued.Count.ShouldBe(Messages.Length + 1);
        hub.Account.Queued.Select(one => (one.Queue, one.Hidden)).Distinct().ShouldBe([($"{queue}-poison", TimeSpan.FromMinutes(1))]);
        hub.Account.Queued.Select(one => one.Text).ShouldBe(Messages.Append("no message"));
        hub.Log.ShouldAllBe(line => line.StartsWith("Warning"));
    }

    public static TheoryData<string> Queues => [.. QueueNames.All];

    [Fact]
    public async Task Where_the_queue_does_not_take_it_either_it_is_the_host_s_again()
    {
        await using var hub = new StageHub("503");
        hub.Account.QueuesToo = true;

        await Should.ThrowAsync<StorageSilentException>(() => hub.Stage.Run(QueueNames.Completions, Messages[0], default));
    }

    [Fact]
    public async Task What_has_waited_for_three_days_is_the_host_s_and_then_a_person_s()
    {
        await using var hub = new StageHub("503");
        var text = Messages[1].Replace("\"v\":1", $"\"v\":1,\"since\":\"{StageHub.Now.AddHours(-73):O}\"", StringComparison.Ordinal);

        await Should.ThrowAsync<StorageSilentException>(() => hub.Stage.Run(QueueNames.Completions, text, default));
        hub.Account.Queued.ShouldBeEmpty();
    }

    public static TheoryData<Exception> Mistakes =>
    [
            new InvalidOperationException(),
            new FormatException(),
            new ArgumentNullException(),
            new KeyNotFoundException(),
            new InvalidDataException(),
            new IOException(),
            new RequestFailedException(400, ""),
            new RequestFailedException(404, ""),
            new RequestFailedException(409, ""),
            new RequestFailedException(412, ""),
        new AggregateException(new InvalidOperationException()),
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_the_hub_is_thrown_for_the_host_to_count(Exception mistake)
    {
        await using var hub = new StageHub(
            "503",
            new MessageRouter([new(typeof(DeliveryArrived), "delivery", (_, _) => throw mistake, (_, _) => throw mistake)]));

        (await Should.ThrowAsync<Exception>(() => hub.Stage.Run(QueueNames.Completions, Messages[0], default))).ShouldBeSameAs(mistake);
        hub.Account.Queued.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timer_leaves_its_work_to_the_next_round_and_throws_a_mistake()
    {
        var rounds = new Rounds(NullLogger<Rounds>.Instance);

        await rounds.Go("Sweep", _ => throw new StorageSilentException("503"), default);
        await Should.ThrowAsync<FormatException>(() => rounds.Go("Sweep", _ => throw new FormatException(), default));
    }

    [Fact]
    public void Every_timer_goes_its_rounds()
    {
        var timers = typeof(Stage)
            .Assembly.GetTypes()
            .Where(type =>
                type.GetMethods()
                    .Any(method =>
                        method.GetParameters().Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute), inherit: false))))
            .ToList();

        timers.Count.ShouldBeGreaterThan(7);
        timers.ShouldAllBe(type =>
            type.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(Rounds)));
    }
}
