using IntegrationHub.Core;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>HTTP around <see cref="Intake"/>: bounded reading, statuses, the tracking id.</summary>
public sealed class Door(Intake intake, PipelineOptions options)
{
    private const string TrackingHeader = "X-Tracking-Id";
    private const string TryAgainSeconds = "30";

    /// <summary>Takes a delivery.</summary>
    /// <param name="request">The request.</param>
    /// <param name="institution">The institution's id, from the address.</param>
    /// <param name="source">The source's name, from the address.</param>
    /// <param name="accepted">The body of the 200, as the protocol wants it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IResult> Take(HttpRequest request, string institution, string source, Func<IntakeAnswer, IResult> accepted, CancellationToken cancellation)
    {
        if (await BoundedBody.Read(request, options.LargestDelivery, cancellation) is not { } body)
        {
            HubMetrics.Delivery(null, null, "too-large");
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var delivery = new Delivery(body, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
            var answer = await intake.Take(institution, source, delivery, cancellation);
            if (answer.TrackingId is not null)
                request.HttpContext.Response.Headers[TrackingHeader] = answer.TrackingId;
            return answer.Verdict switch
            {
                IntakeVerdict.Unknown => Results.NotFound(),
                IntakeVerdict.Refused => Results.Unauthorized(),
                IntakeVerdict.NotReady => TryAgain(request),
                IntakeVerdict.Unreadable when answer.UnreadableStatus != StatusCodes.Status200OK => Results.Problem(answer.Reading!.Fault, statusCode: answer.UnreadableStatus),
                _ => accepted(answer),
            };
        }
        catch (Exception failure) when (failure is IOException or OutsideException)
        {
            return TryAgain(request);
        }
    }

    private static IResult TryAgain(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = TryAgainSeconds;
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
