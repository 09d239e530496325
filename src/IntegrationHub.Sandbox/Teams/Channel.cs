using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Teams;

internal sealed class Channel(TimeProvider time)
{
    private readonly List<ChannelMessage> _messages = [];

    public void Post(string workflow, JsonObject card)
    {
        lock (_messages) _messages.Add(new(Guid.NewGuid().ToString(), workflow, time.GetUtcNow(), card));
    }

    public IReadOnlyList<ChannelMessage> All()
    {
        lock (_messages) return [.. _messages];
    }
}
