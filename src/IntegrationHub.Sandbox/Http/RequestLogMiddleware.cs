namespace IntegrationHub.Sandbox.Http;

internal sealed class RequestLogMiddleware(RequestDelegate next, RequestLog log, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (OutsideSystem.Of(context.Request.Path) is not { } system)
        {
            await next(context);
            return;
        }
        var arrived = time.GetUtcNow();
        try
        {
            await next(context);
        }
        finally
        {
            log.Add(system, new(arrived, context.Request.Method, context.Request.Path, context.Response.StatusCode, context.FaultNoted()));
            if (context.IsDropped()) context.Abort();
        }
    }
}
