using System.Net.Http.Json;
using System.Text;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>Signed Canvas deliveries, made by the sandbox beforehand, as bytes ready for the wire.</summary>
internal sealed class Deliveries(Grounds campus) : IDisposable
{
    private readonly HttpClient sandbox = new() { BaseAddress = campus.Sandbox.Address };

    /// <summary>One completion for each of the sandbox's invented learners.</summary>
    public async Task<byte[][]> Sign(CampusCourse course, int first, int count, CancellationToken cancellation)
    {
        var requests = new byte[count][];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation }, async (at, token) =>
        {
            using var answer = await sandbox.PostAsJsonAsync("sign/canvas", new { learner = $"camille.essai{first + at + 1}@example.ca", course = course.Code, score = 95 }, token);
            requests[at] = Request(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token));
        });
        return requests;
    }

    public void Dispose() => sandbox.Dispose();

    private byte[] Request(byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes($"POST {Grounds.Hook} HTTP/1.1\r\nHost: localhost:{campus.HubPort}\r\nContent-Type: application/jwt\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];
}
