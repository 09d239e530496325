using System.Globalization;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Faults;

internal sealed class FaultMiddleware(RequestDelegate next, FaultBook book, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (OutsideSystem.Of(context.Request.Path) is not { } system || !book.Concerns(system))
        {
            await next(context);
            return;
        }
        foreach (var rule in book.Hit(await FaultTarget.OfAsync(system, context.Request)))
        {
            context.NoteFault(rule.Effective);
            switch (rule.Effect)
            {
                case FaultEffect.Delay:
                    await Task.Delay(TimeSpan.FromMilliseconds(rule.DelayMs!.Value), time, context.RequestAborted);
                    continue;
                case FaultEffect.DelayAfter:
                    await AnswerLateAsync(context, TimeSpan.FromMilliseconds(rule.DelayMs!.Value));
                    return;
                case FaultEffect.Drop:
                    context.Drop();
                    return;
                case FaultEffect.DropAfter:
                    context.Response.Body = Stream.Null;
                    await next(context);
                    context.Drop();
                    return;
                case FaultEffect.Page:
                    await AnswerWithPageAsync(context);
                    return;
                case FaultEffect.Lie:
                    await VendorErrors.LieAsync(context, system, rule.Status ?? 413);
                    return;
                default:
                    if (rule.RetryAfter is { } seconds)
                        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                    await VendorErrors.AnswerAsync(context, system, rule.Status ?? StatusCodes.Status503ServiceUnavailable, rule.Message);
                    return;
            }
        }
        await next(context);
    }

    private async Task AnswerWithPageAsync(HttpContext context)
    {
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        await next(context);
        context.Response.Body = body;
        context.Response.Clear();
        await Results.Content("<!DOCTYPE html><title>Maintenance</title><h1>Back soon</h1>", "text/html").ExecuteAsync(context);
    }

    private async Task AnswerLateAsync(HttpContext context, TimeSpan delay)
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        await Task.Delay(delay, time, context.RequestAborted);
        context.Response.Body = body;
        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }
}
