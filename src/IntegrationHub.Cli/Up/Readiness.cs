using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Up;

/// <summary>Waits until an address answers with success.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(5);

    public static async Task Wait(Uri address, TimeSpan atMost, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(atMost);
        using var http = new HttpClient { Timeout = OneTry };
        var last = "";
        try
        {
            while (true)
            {
                last = await Try(http, address, limit.Token);
                if (last.Length == 0)
                    return;
                await Task.Delay(Pause, limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CliException(Texts.Get("up.notReady", address, (int)atMost.TotalSeconds, last));
        }
    }

    private static async Task<string> Try(HttpClient http, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(address, cancellation);
            return answer.IsSuccessStatusCode ? "" : $"HTTP {(int)answer.StatusCode}";
        }
        catch (HttpRequestException refusal)
        {
            return refusal.Message;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "timeout";
        }
    }
}
