using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Hooks;

/// <summary>Where an LMS sends its events.</summary>
public sealed class ReceiveDeliveryFunction(WebhookReceiver receiver)
{
    /// <summary>Takes a delivery; 200 with its tracking id.</summary>
    [Function("ReceiveDelivery")]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/{institution}/{source}")] HttpRequest request,
        string institution,
        string source,
        CancellationToken cancellation) =>
        receiver.Take(request, institution, source, eventId: null, cancellation);
}
