using System.Net.Http.Json;
using IntegrationHub.Benchmarks.Stand;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>Signed Canvas deliveries, made by the sandbox beforehand, as bytes ready for the wire.</summary>
internal sealed class Deliveries(Grounds campus) : IDisposable
{
    private readonly HttpClient sandbox = new() { BaseAddress = campus.Sandbox.Address };

    /// <summary>One completion for each of the sandbox's invented learners.</summary>
    public Task<byte[][]> Sign(CampusCourse course, int first, int count, CancellationToken cancellation) =>
        Sign(first, count, learner => new { learner, course = course.Code, score = 95 }, cancellation);

    /// <summary>Events that are no completions.</summary>
    public Task<byte[][]> SignNoise(CampusCourse course, int count, CancellationToken cancellation) =>
        Sign(0, count, learner => new { learner, course = course.Code, @event = "asset_accessed" }, cancellation);

    public void Dispose() => sandbox.Dispose();

    private async Task<byte[][]> Sign(int first, int count, Func<string, object> what, CancellationToken cancellation)
    {
        var requests = new byte[count][];
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellation },
            async (at, token) =>
        {
            using var answer = await sandbox.PostAsJsonAsync("sign/canvas", what($"camille.essai{first + at + 1}@example.ca"), token);
                requests[at] = Wire.Post(
                    Grounds.Hook,
                    campus.HubPort,
                    "application/jwt",
                    await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(token));
        });
        return requests;
    }
}
