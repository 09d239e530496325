using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Hub;

/// <summary>The sandbox campus, seen from outside: who and what is there, what it should send, how it should fail.</summary>
internal sealed class SandboxApi(Uri address) : JsonApi(address)
{
    public async Task<Campus> Campus(CancellationToken cancellation) =>
        (await Get("campus", cancellation)).Deserialize<Campus>(Json)!;

    public async Task<JsonNode?> Send(string kind, JsonObject what, CancellationToken cancellation) =>
        await Post($"send/{kind}", what, cancellation);

    /// <summary>Has an LMS note something without telling the hub.</summary>
    public Task Lose(string lms, object what, CancellationToken cancellation) => Post($"lose/{lms}", what, cancellation);

    public async Task<JsonArray> Faults(CancellationToken cancellation) => await Get("faults", cancellation) as JsonArray ?? [];

    public Task AddFault(object fault, CancellationToken cancellation) => Post("faults", fault, cancellation);

    public Task ClearFaults(string? id, CancellationToken cancellation) =>
        Delete(id is null ? "faults" : $"faults/{Uri.EscapeDataString(id)}", cancellation);
}

/// <summary>The people and courses of the sandbox.</summary>
internal sealed record Campus(IReadOnlyList<CampusLearner> Learners, IReadOnlyList<CampusCourse> Courses);

/// <summary>A learner; without a person the SIS does not know them.</summary>
internal sealed record CampusLearner(Guid? Person, string? StudentNumber, string Email, long MoodleId);

/// <summary>A course that both LMS offer.</summary>
internal sealed record CampusCourse(string Code, Guid Section);
