using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Http;

internal sealed record HubAnswer(int Status, string? TrackingId, string Body);

/// <summary>Delivers to the hub's webhook, one or several times, in turn or all together.</summary>
internal sealed class HubSender(HttpClient http, SandboxOptions options)
{
    public Task<IResult> SendAsync(string path, Func<HttpRequestMessage> message, int? repeat, bool? together, CancellationToken ct) =>
        SendAsync(
            async () =>
            {
                var answers = new List<HubAnswer>();
                var count = Math.Clamp(repeat ?? 1, 1, 1000);
                if (together == true)
                    answers.AddRange(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => OnceAsync(path, message, ct))));
                else
                    for (var sent = 0; sent < count; sent++)
                        answers.Add(await OnceAsync(path, message, ct));
                var (status, trackingId, body) = answers[0];
                return Results.Json(
                    new
                    {
                        status,
                        trackingId,
                        body,
                        answers = count > 1 ? answers : null,
                    });
            },
            ct);

    /// <summary>Sends in a way of the sender's own; a hub that is not there is told as such.</summary>
    public async Task<IResult> SendAsync(Func<Task<IResult>> send, CancellationToken ct)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException unreachable)
        {
            return Results.Json(
                new { error = $"The hub at {options.HubUrl} does not answer: {unreachable.Message}" },
                statusCode: StatusCodes.Status502BadGateway);
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return Results.Json(
                new { error = $"The hub at {options.HubUrl} took longer than {http.Timeout.TotalSeconds} s." },
                statusCode: StatusCodes.Status504GatewayTimeout);
        }
    }

    public async Task<HubAnswer> OnceAsync(string path, Func<HttpRequestMessage> message, CancellationToken ct)
    {
        using var request = message();
        request.Method = HttpMethod.Post;
        request.RequestUri = new Uri(options.HubUrl, path);
        using var response = await http.SendAsync(request, ct);
        var trackingId = response.Headers.TryGetValues("X-Tracking-Id", out var values) ? values.First() : null;
        return new((int)response.StatusCode, trackingId, await response.Content.ReadAsStringAsync(ct));
    }
}
