using Azure.Data.Tables;
using Azure.Storage.Queues;
using IntegrationHub.EndToEnd.Hub;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>A deployment in which two releases work side by side, or a step back: what the newer one wrote waits for it.</summary>
public sealed class NewerReleaseTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string PutOff = "is put off";

    [Theory]
    [InlineData("completions")]
    [InlineData("badges-poison")]
    public async Task A_message_of_a_newer_release_goes_round_unchanged_until_one_takes_it(string name)
    {
        var text = $$$"""{"v":3,"id":"T-{{{name}}}","institution":"lacnord","kind":"praise","of":{"é":[1]}}""";
        var queue = Queue(name);
        var before = Times(hub.Log);

        await queue.SendMessageAsync(text);
        await RunningHub.Until(() => Times(hub.Log) > before + 2);

        string? taken = null;
        await RunningHub.Until(async () =>
            (
                taken = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1))).Value is { } message
                    ? await Delete(queue, message.MessageId, message.PopReceipt, message.Body)
                    : null)
                is not null);
        taken.ShouldBe(text);
        (await Queue("completions-poison").GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
        (await hub.OpenItems()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_of_a_newer_release_is_left_alone_and_what_needs_it_waits()
    {
        var learner = hub.Campus.NewLearner();
        await hub.Complete(learner, "CYB120", 85);
        var award = await hub.DoneAwardOf(learner);
        await hub.QueuesAreEmpty();
        var dossiers = new TableClient(hub.Storage, "dossiers");
        TableEntity row = await dossiers.GetEntityAsync<TableEntity>(award.Id[..award.Id.LastIndexOf('-')], "decision");
        var newer = new TableEntity(row.PartitionKey, row.RowKey) { ["V"] = 2, ["Json"] = """{"another":"form"}""" };
        await dossiers.UpdateEntityAsync(newer, row.ETag, TableUpdateMode.Replace);
        var before = Times(hub.Log);

        await hub.Complete(learner, "CYB120", 95);
        await RunningHub.Until(() => Times(hub.Log) > before + 1);

        (await dossiers.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey))
            .Value.GetString("Json")
            .ShouldBe(newer.GetString("Json"));
        await dossiers.UpsertEntityAsync(row, TableUpdateMode.Replace);
        await hub.QueuesAreEmpty();
        (await dossiers.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey)).Value.GetString("Json").ShouldContain("95");
    }

    private QueueClient Queue(string name) => new(hub.Storage, name, new() { MessageEncoding = QueueMessageEncoding.Base64 });

    private static async Task<string> Delete(QueueClient queue, string message, string receipt, BinaryData body)
    {
        await queue.DeleteMessageAsync(message, receipt);
        return body.ToString();
    }

    private static int Times(string log) => log.Split(PutOff).Length - 1;
}
