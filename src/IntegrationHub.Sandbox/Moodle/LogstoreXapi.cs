using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Moodle;

/// <summary>
/// Sends batches as the plugin logstore_xapi does: 200 is sent; a batch that is answered 400 is halved, by events, and each half
/// sent at once; whatever else is answered, or a single event that is, goes to its failed log, from where nothing is sent until an
/// administrator presses Resend.
/// </summary>
internal sealed class LogstoreXapi(HubSender hub)
{
    public async Task<Emitted> Emit(string path, string credentials, IReadOnlyList<JsonObject[]> events, CancellationToken ct)
    {
        var answer = await hub.OnceAsync(path, () => Request(credentials, events), ct);
        if (answer.Status == StatusCodes.Status200OK)
            return new([answer], 0);
        if (answer.Status != StatusCodes.Status400BadRequest || events.Count == 1)
            return new([answer], events.Count);
        var half = (events.Count + 1) / 2;
        var first = await Emit(path, credentials, [.. events.Take(half)], ct);
        var second = await Emit(path, credentials, [.. events.Skip(half)], ct);
        return new([answer, .. first.Answers, .. second.Answers], first.Parked + second.Parked);
    }

    public static HttpRequestMessage Request(string credentials, IEnumerable<JsonObject[]> events)
    {
        var statements = new JsonArray([.. events.SelectMany(told => told).Select(statement => statement.DeepClone())]);
        var message = new HttpRequestMessage
        {
            Content = new StringContent(statements.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        message.Headers.Add("Authorization", $"Basic {credentials}");
        message.Headers.Add("X-Experience-API-Version", "1.0.3");
        return message;
    }
}

/// <summary>What became of a batch.</summary>
/// <param name="Answers">Every answer, in order.</param>
/// <param name="Parked">How many events went to the failed log.</param>
internal sealed record Emitted(IReadOnlyList<HubAnswer> Answers, int Parked);
