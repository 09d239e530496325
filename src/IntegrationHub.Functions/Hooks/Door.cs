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
    /// <param name="source">The source's name, from the address; where the address is secret, with <c>~</c> and its key behind.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IResult> Take(HttpRequest request, string institution, string source, CancellationToken cancellation)
    {
        var (name, key) = source.Split('~', 2) is [var bare, var behind] ? (bare, behind) : (source, null);
        if (await BoundedBody.Read(request, options.LargestDelivery, cancellation) is not { } body)
        {
            intake.TooLarge(institution, name);
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var delivery = new Delivery(body, new RequestHeaders(request.Headers)) { AddressKey = key, MostUnpacked = options.LargestUnpacked };
            var answer = await intake.Take(institution, name, delivery, cancellation);
            if (delivery.TestId is { } test)
                request.HttpContext.Response.Headers[Delivery.TestHeader] = test;
            if (answer.TrackingId is not null)
                request.HttpContext.Response.Headers[TrackingHeader] = answer.TrackingId;
            return answer.Verdict switch
            {
                IntakeVerdict.Unknown => Results.NotFound(),
                IntakeVerdict.Refused => Results.Unauthorized(),
                IntakeVerdict.NotReady => TryAgain(request),
                IntakeVerdict.Unreadable or IntakeVerdict.Unpackable when answer.Reading!.FaultStatus != StatusCodes.Status200OK =>
                    Results.Problem(answer.Reading.Fault, statusCode: answer.Reading.FaultStatus),
                _ => answer.Reading!.Answer switch
                {
                    AnswerForm.EventIds => Results.Json(answer.Reading.EventIds),
                    AnswerForm.Empty => Results.Ok(),
                    _ => Results.Json(new { tracking = answer.TrackingId }),
                },
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
