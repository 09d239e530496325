using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using IntegrationHub.Api;
using IntegrationHub.Core.Attention;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What a strange hand puts on a queue: text that is not base64, as the portal sends it unless it is told otherwise.</summary>
[Collection(nameof(OneHub))]
public sealed class StrangeMessageTests(RunningHub hub)
{
    [Theory]
    [InlineData("completions", "completions")]
    [InlineData("transcripts-poison", "transcripts")]
    public async Task A_message_that_is_not_base64_becomes_an_item_whose_text_is_kept(string sentTo, string failedOn)
    {
        var text = $"{{ not base64, {Guid.NewGuid()} }}";
        var (poison, before) = ($"{failedOn}-poison", await Count($"{failedOn}-poison"));

        await Raw(sentTo).SendMessageAsync(text);

        AttentionItemResponse? item = null;
        await RunningHub.Until(async () => (item = await ItemOf(failedOn, text)) is not null);
        item!.Institution.ShouldBe(AttentionItem.OfTheHub);
        await RunningHub.Until(async () => await Count(poison) <= before);
        (await ItemsOf(failedOn, text)).ShouldHaveSingleItem();
    }

    private QueueClient Raw(string queue) => new(hub.Storage, queue, new() { MessageEncoding = QueueMessageEncoding.None });

    private async Task<int> Count(string queue)
    {
        QueueProperties properties = await Raw(queue).GetPropertiesAsync();
        return properties.ApproximateMessagesCount;
    }

    private async Task<AttentionItemResponse?> ItemOf(string queue, string text) => (await ItemsOf(queue, text)).FirstOrDefault();

    /// <summary>The items that say where a payload with this text in it is stored.</summary>
    private async Task<List<AttentionItemResponse>> ItemsOf(string queue, string text)
    {
        var payloads = new BlobContainerClient(hub.Storage, "payloads");
        var found = new List<AttentionItemResponse>();
        foreach (var item in (await hub.OpenItems()).Where(item => item.Cause == "messageFailed" && item.Source == queue))
        {
            var kept = payloads.GetBlobClient(item.Work!.En.Split(' ')[^1]);
            if (await kept.ExistsAsync() && $"{(await kept.DownloadContentAsync()).Value.Content}".Contains(text, StringComparison.Ordinal))
                found.Add(item);
        }

        return found;
    }
}
