using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Send;

/// <summary>What the webhook answered to one delivery.</summary>
internal sealed record Delivery(int Status, string? TrackingId, string? Body);

/// <summary>Shows the tracking ids, one a line, and what was not accepted.</summary>
internal static class SendReport
{
    private const int Accepted = 200;

    /// <returns>The exit code: 0 when every delivery was accepted.</returns>
    public static int Show(Screen screen, JsonNode? answer, bool json)
    {
        var deliveries = (
            answer?["answers"] is JsonArray all ? all.Deserialize<Delivery[]>(JsonApi.Json) : [answer.Deserialize<Delivery>(JsonApi.Json)!]
        ) ?? [];
        if (json)
            screen.Json(answer!);
        else
            foreach (var delivery in deliveries)
                Show(screen, delivery);
        return deliveries.All(delivery => delivery.Status == Accepted) ? 0 : 1;
    }

    private static void Show(Screen screen, Delivery delivery)
    {
        if (delivery.TrackingId is not null)
            screen.Line(delivery.TrackingId);
        if (delivery.Status != Accepted)
            screen.Complain(
                string.Join(' ', new[] { Texts.Get("send.refused", delivery.Status), delivery.Body }.Where(text => text is { Length: > 0 }))
            );
        else if (delivery.TrackingId is null)
            screen.Complain(Texts.Get("send.noTrackingId"));
    }
}
