namespace IntegrationHub.Connectors.Http;

/// <summary>
/// Turns every failed answer and every exception of the transport into an <see cref="IntegrationHub.Core.Failures.OutsideException"/>.
/// </summary>
internal sealed class OutsideHandler(OutsideSystem system, TimeProvider time) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : throw await Fault(request, response, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Faults.Of(system.Name, system.Request(request), e);
        }
    }

    private async Task<IntegrationHub.Core.Failures.OutsideException> Fault(
        HttpRequestMessage request,
        HttpResponseMessage response,
        CancellationToken cancellation)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellation);
            return Faults.Of(
                system.Name,
                system.Request(request),
                system.Meant(response.StatusCode, body),
                system.Detail(body),
                response.Headers.RetryAfter.Wait(time.GetUtcNow()));
        }
    }
}

/// <summary>
/// Reads the whole answer inside the attempt's time-out: headers that come and a body that never ends must not hold a worker.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    private const long Largest = 4 * 1024 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(Largest, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
