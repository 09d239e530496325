using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>What people decide about awards, over HTTP.</summary>
public sealed class ActFunctions(Api api, AwardCommands commands)
{
    private const string Body = """{"reason": "…"}""";

    /// <summary>Approves, declines, upholds, suspends, revokes or awards again; 202. Body: <c>{"reason": "…"}</c>, not needed for <c>approve</c>, <c>uphold</c> and <c>resume</c>.</summary>
    [Function("ApiAct")]
    public Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/acts/{act}")] HttpRequest request,
        string id,
        string act,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (Acts.Of(act) is not { } kind)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.noAct", act, string.Join(", ", Acts.Names));
            if (!AwardId.TryParse(id, out var award))
                return Api.Problem(request, StatusCodes.Status404NotFound, "api.noAward", id);
            var body = request.ContentLength is null or > 0 ? await Api.Read<Wish>(request, cancellation) : null;
            return Answer(request, id, await commands.Decide(award, kind, body?.Reason, cancellation));
        });

    /// <summary>Moves an award's evidence to the student it belongs to; 202. Body: <c>{"student": "…", "reason": "…"}</c>.</summary>
    [Function("ApiMove")]
    public Task<IResult> Move(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/awards/{id}/move")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            var body = await Api.Read<Wish>(request, cancellation);
            return AwardId.TryParse(id, out var award)
                ? Answer(request, id, await commands.Move(award, body?.Student ?? "", body?.Reason, cancellation))
                : Api.Problem(request, StatusCodes.Status404NotFound, "api.noAward", id);
        });

    /// <summary>Merges a learner who was kept twice; 202 with how many micro-credentials move. Body: <c>{"from": "…", "into": "…"}</c>, student numbers.</summary>
    [Function("ApiMerge")]
    public Task<IResult> Merge(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/learners/{institution}/merge")] HttpRequest request,
        string institution,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            var body = await Api.Read<Merger>(request, cancellation);
            var (verdict, moved) = await commands.Merge(institution, body?.From ?? "", body?.Into ?? "", cancellation);
            return verdict == ActVerdict.Accepted
                ? Api.Json(new { moved }, StatusCodes.Status202Accepted)
                : Answer(request, institution, verdict);
        });

    /// <summary>Waives the missing prerequisite that an attention item names; 202.</summary>
    [Function("ApiWaive")]
    public Task<IResult> Waive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/attention/{institution}/{id}/waive")] HttpRequest request,
        string institution,
        string id,
        CancellationToken cancellation) =>
        api.Answer(request, async () => Answer(request, id, await commands.Waive(institution, id, cancellation)));

    private static IResult Answer(HttpRequest request, string id, ActVerdict verdict) => verdict == ActVerdict.Accepted
        ? Api.Json(new { award = id }, StatusCodes.Status202Accepted)
        : Api.Problem(request, Acts.StatusOf(verdict), $"api.act.{verdict}", id, AwardCommands.LongestReason, Body);

    /// <summary>The body of an act.</summary>
    /// <param name="Reason">Why; shown to everybody who looks at the credential.</param>
    /// <param name="Student">Student number of the learner it belongs to, for a move.</param>
    public sealed record Wish(string? Reason, string? Student = null);

    /// <summary>The body of a merger.</summary>
    /// <param name="From">Student number that goes.</param>
    /// <param name="Into">Student number that stays.</param>
    public sealed record Merger(string? From, string? Into);
}
