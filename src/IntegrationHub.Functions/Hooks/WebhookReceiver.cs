using IntegrationHub.Core;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Hooks;

/// <summary>HTTP around <see cref="Intake"/>: bounded reading, statuses, the tracking id.</summary>
public sealed class WebhookReceiver(Intake intake, PipelineOptions options)
{
    private const string TrackingHeader = "X-Tracking-Id";

    /// <summary>Takes a delivery.</summary>
    /// <param name="request">The request.</param>
    /// <param name="institution">The institution's id, from the address.</param>
    /// <param name="source">The source's name, from the address; where the address is secret, with <c>~</c> and its key behind.</param>
    /// <param name="eventId">The id that the address gives to the only event in it; null where it gives none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<IResult> Take(HttpRequest request, string institution, string source, string? eventId, CancellationToken cancellation) =>
        Take(request, institution, source, eventId, Refusals.TooLarge, cancellation);

    /// <summary>Takes statements; too many at once are answered so that their sender halves them.</summary>
    public Task<IResult> TakeStatements(
        HttpRequest request,
        string institution,
        string source,
        string? eventId,
        CancellationToken cancellation) => Take(request, institution, source, eventId, Refusals.TooManyStatements, cancellation);


    private async Task<IResult> Take(
        HttpRequest request,
        string institution,
        string source,
        string? eventId,
        Func<HttpRequest, int, IResult> tooLarge,
        CancellationToken cancellation)
    {
        try
        {
            var (name, key) = HookAddress.Split(source);
            if (await BoundedBody.Read(request, options.LargestDelivery, cancellation) is not { } body)
            {
                intake.TooLarge(institution, name);
                return tooLarge(request, options.LargestDelivery);
            }

            var delivery = new Delivery(body, new RequestHeaders(request.Headers))
            {
                AddressKey = key,
                MostUnpacked = options.LargestUnpacked,
                EventId = eventId,
            };
            if (delivery.TestId is { } test)
                request.HttpContext.Response.Headers[Delivery.TestHeader] = test;
            var answer = await intake.Take(institution, name, delivery, cancellation);
            return answer.Verdict == IntakeVerdict.TooLarge ? tooLarge(request, options.LargestUnpacked) : Answer(request, answer);
        }
        catch (BadHttpRequestException broken)
        {
            return Results.StatusCode(broken.StatusCode);
        }
        catch (Exception failure) when (failure is IOException or OutsideException)
        {
            return RetryLater.Answer(request);
        }
    }

    private static IResult Answer(HttpRequest request, IntakeAnswer answer)
    {
        if (answer.TrackingId is not null)
            request.HttpContext.Response.Headers[TrackingHeader] = answer.TrackingId;
        return answer.Verdict switch
        {
            IntakeVerdict.Unknown => Results.NotFound(),
            IntakeVerdict.Refused => Refusals.Unproven(request, answer),
            IntakeVerdict.TooMany => Refusals.TooMany(request, answer.Wait),
            IntakeVerdict.NotReady => RetryLater.Answer(request),
            IntakeVerdict.Conflict => Refusals.Conflict(),
            IntakeVerdict.Unreadable or IntakeVerdict.Unpackable when answer.Reading!.FaultStatus != StatusCodes.Status200OK =>
                Refusals.Unreadable(request, answer.Reading),
            _ => answer.Reading!.Answer switch
            {
                AnswerForm.EventIds => Results.Json(answer.Reading.EventIds),
                AnswerForm.Empty => Results.Ok(),
                AnswerForm.NoContent => Results.NoContent(),
                _ => Results.Json(new { tracking = answer.TrackingId }),
            },
        };
    }
}
