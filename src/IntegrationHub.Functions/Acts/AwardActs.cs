using IntegrationHub.Api;
using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Acts;

/// <summary>What people do with awards, from wherever they ask: reads what was given, acts, says what came of it.</summary>
public sealed class AwardActs(StepCommands steps, AwardCommands awards)
{
    private const string Example = """{"reason": "…"}""";

    private const string Resume = "resume";

    private static readonly Dictionary<string, ActKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["approve"] = ActKind.Approve,
        ["decline"] = ActKind.Decline,
        ["uphold"] = ActKind.Uphold,
        ["suspend"] = ActKind.Suspend,
        ["revoke"] = ActKind.Revoke,
        ["reaward"] = ActKind.Reaward,
    };

    /// <summary>The decisions, as addresses name them.</summary>
    internal static IEnumerable<string> Names => Kinds.Keys.Append(Resume);

    /// <summary>Decides about an award.</summary>
    /// <param name="id">Award id.</param>
    /// <param name="act">What, as addresses name it.</param>
    /// <param name="given">Why; null where nothing was said.</param>
    /// <param name="isConfirmed">Whether the person is sure: a revocation is final.</param>
    /// <param name="cancellation">Cancels the act.</param>
    public async Task<ActOutcome> Decide(string id, string act, ActRequest? given, bool isConfirmed, CancellationToken cancellation)
    {
        var isResume = string.Equals(act, Resume, StringComparison.OrdinalIgnoreCase);
        if (!Kinds.TryGetValue(isResume ? "uphold" : act, out var kind))
            return new Refused(ConsolePages.NotFound, StatusCodes.Status400BadRequest, "api.noAct", act, string.Join(", ", Names));
        if (!AwardId.TryParse(id, out var award))
            return NoAward(id);
        return kind == ActKind.Revoke && !isConfirmed
            ? new Refused(Problem.Unconfirmed, StatusCodes.Status400BadRequest, "page.problem.Unconfirmed.text")
            : Outcome(id, await (isResume
                ? awards.Resume(award, given?.Reason, cancellation)
                : awards.Decide(award, kind, given?.Reason, cancellation)));
    }

    /// <summary>Moves an award's evidence to the student it belongs to.</summary>
    public async Task<ActOutcome> Move(string id, MoveRequest? given, CancellationToken cancellation) => AwardId.TryParse(id, out var award)
        ? await Refused.WhereTheSisIsSilent(async () =>
            Outcome(id, await awards.Move(award, given?.Student?.Trim() ?? "", given?.Reason, cancellation)))
        : NoAward(id);

    /// <summary>Replays a step; without one, all that failed.</summary>
    public async Task<ActOutcome> Replay(string id, string? step, CancellationToken cancellation)
    {
        var name = default(StepName);
        var isOne = !string.IsNullOrEmpty(step);
        if (isOne && !(Enum.TryParse(step, ignoreCase: true, out name) && Enum.IsDefined(name)))
            return new Refused(ConsolePages.NotFound, StatusCodes.Status400BadRequest, "api.noStep", step);
        if (!AwardId.TryParse(id, out var award))
            return NoAward(id);
        return await steps.Replay(award, isOne ? name : null, cancellation) is { } replayed
            ? new Accepted($"/awards/{award}", Done.Replayed, new ReplayResponse([.. replayed.Select(one => HubJson.NameOf(one))]))
            : new Refused(Problem.AwardGone, StatusCodes.Status404NotFound, "api.awardErased", id);
    }

    /// <summary>Merges a learner who is known by two student numbers.</summary>
    public Task<ActOutcome> Merge(string institution, MergeRequest? given, CancellationToken cancellation) =>
        Refused.WhereTheSisIsSilent(async () =>
        {
            var (verdict, moved) = await awards.Merge(institution, given?.From ?? "", given?.Into ?? "", cancellation);
            return verdict == ActVerdict.Accepted
                ? new Accepted("/", Done.StandingChanged, new MergeResponse(moved))
                : Outcome(institution, verdict);
        });

    private static ActOutcome Outcome(string id, ActVerdict verdict)
    {
        var status = verdict switch
        {
            ActVerdict.NoAward or ActVerdict.UnknownStudent => StatusCodes.Status404NotFound,
            ActVerdict.Already or ActVerdict.RevokedForGood or ActVerdict.NotNow => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
        return verdict == ActVerdict.Accepted
            ? new Accepted($"/awards/{id}", Done.StandingChanged, new ActResponse(id))
            : new Refused(
                page => ConsolePages.Refused(page, verdict, status),
                status,
                $"api.act.{verdict}",
                id,
                StatedReason.Longest,
                Example);
    }

    private static Refused NoAward(string id) => new(ConsolePages.NotFound, StatusCodes.Status404NotFound, "api.noAward", id);
}
