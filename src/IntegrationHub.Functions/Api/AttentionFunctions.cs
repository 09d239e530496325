using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Attention items over HTTP.</summary>
public sealed class AttentionFunctions(Api api, AttentionReader attention, AttentionCommands commands)
{
    /// <summary>What people must settle, the newest first. Query: <c>institution</c> (default: all).</summary>
    [Function("ApiAttention")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/attention")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            var only = request.Query["institution"].ToString();
            var items = await attention.Open(only.Length == 0 ? null : only, cancellation);
            return Api.Json(items.Select(ItemJson.Of));
        });

    /// <summary>Lets what waits for an item go on; 202.</summary>
    [Function("ApiAttentionRetry")]
    public Task<IResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/attention/{institution}/{id}/retry")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () => await commands.Retry(institution, id, cancellation)
            ? Results.StatusCode(StatusCodes.Status202Accepted)
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noItem", id));

    /// <summary>An attention item as the API gives it.</summary>
    /// <param name="Id">Its name within the institution.</param>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Source">What it concerns.</param>
    /// <param name="Subject">What a person needs to settle it.</param>
    /// <param name="Detail">What went wrong last.</param>
    /// <param name="Candidates">The student numbers among which a person is to choose.</param>
    /// <param name="Count">How often.</param>
    /// <param name="First">When first, UTC.</param>
    /// <param name="Last">When last, UTC.</param>
    /// <param name="Award">The award it concerns, if one.</param>
    /// <param name="Step">The step it concerns, if one.</param>
    /// <param name="Message">What it is, in both languages.</param>
    /// <param name="Action">What to do, in both languages.</param>
    public sealed record ItemJson(
        string Id, string Institution, Cause Cause, string Source, string? Subject, string? Detail, IReadOnlyList<string> Candidates, int Count,
        DateTimeOffset First, DateTimeOffset Last, string? Award, StepName? Step, BilingualText Message, BilingualText Action)
    {
        /// <summary>An item.</summary>
        public static ItemJson Of(AttentionItem item) => new(
            item.Id, item.Institution, item.Cause, item.Source, item.Subject, item.Detail, item.Candidates, item.Count,
            item.First, item.Last, item.Award?.ToString(), item.Step, Text.Both($"attention.{item.Cause}.title"), Text.Both($"attention.{item.Cause}.action"));
    }
}
