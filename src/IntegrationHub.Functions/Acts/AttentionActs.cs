using IntegrationHub.Api;
using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Acts;

/// <summary>What people do with attention items, from wherever they ask: reads what was given, acts, says what came of it.</summary>
public sealed class AttentionActs(
    AttentionCommands commands,
    IdentityCommands identities,
    AwardCommands awards,
    DoubtCommands doubts,
    TimeProvider time)
{
    private const string Example = """{"studentNumber": "900100005"}""";
    private const string ReasonExample = """{"reason": "…"}""";

    /// <summary>Says which student an unknown learner is.</summary>
    public async Task<ActOutcome> Identify(string institution, string item, IdentifyRequest? given, CancellationToken cancellation)
    {
        if (given?.StudentNumber?.Trim() is not { Length: > 0 } number)
            return new Refused(Problem.StudentNumberMissing, StatusCodes.Status400BadRequest, "api.unreadable", Example);
        return await Refused.WhereTheSisIsSilent(async () => await identities.Identify(institution, item, number, cancellation) switch
        {
            IdentifyVerdict.Remembered => Accepted(item, Done.Identified),
            IdentifyVerdict.UnknownStudent =>
                new Refused(Problem.UnknownStudent, StatusCodes.Status422UnprocessableEntity, "api.noStudent"),
            _ => Gone(item),
        });
    }

    /// <summary>Tries again what waits for an item.</summary>
    public async Task<ActOutcome> Retry(string institution, string item, CancellationToken cancellation) =>
        await commands.Retry(institution, item, cancellation) switch
        {
            RetryVerdict.Sent => Accepted(item, Done.Retried),
            RetryVerdict.AwardGone => new Refused(Problem.AwardGone, StatusCodes.Status404NotFound, "api.awardGone", item),
            _ => Gone(item),
        };

    /// <summary>Waives the missing prerequisites that an item names.</summary>
    public async Task<ActOutcome> Waive(string institution, string item, CancellationToken cancellation) =>
        await awards.Waive(institution, item, cancellation) == ActVerdict.Accepted
            ? Accepted(item, Done.Retried)
            : new Refused(Problem.ItemGone, StatusCodes.Status404NotFound, $"api.act.{ActVerdict.NoAward}", item);

    /// <summary>Says what counts in place of what is doubtful; once it has begun, nobody's leaving stops it.</summary>
    public async Task<ActOutcome> Take(string institution, string item, TakeRequest? given) =>
        await doubts.Take(institution, item, given?.As, CancellationToken.None) switch
        {
            DoubtVerdict.Settled => Accepted(item, Done.Retried),
            DoubtVerdict.Unreadable =>
                new Refused(Problem.ResultUnreadable, StatusCodes.Status400BadRequest, "api.takeUnreadable"),
            DoubtVerdict.ReadDifferently =>
                new Refused(Problem.ReadDifferently, StatusCodes.Status409Conflict, "api.readDifferently", item),
            _ => Gone(item),
        };

    /// <summary>Says that what waits for an item does not count; once it has begun, nobody's leaving stops it.</summary>
    public async Task<ActOutcome> Discard(string institution, string item, ActRequest? given) =>
        await doubts.Discard(institution, item, given?.Reason, CancellationToken.None) switch
        {
            DoubtVerdict.Settled => Accepted(item, Done.Discarded),
            DoubtVerdict.Unreadable => ReasonUnfit,
            DoubtVerdict.ReadDifferently =>
                new Refused(Problem.ReadDifferently, StatusCodes.Status409Conflict, "api.readDifferently", item),
            _ => Gone(item),
        };

    /// <summary>Puts an item aside; what waits for it goes on waiting.</summary>
    public async Task<ActOutcome> PutAside(string institution, string item, CancellationToken cancellation) =>
        await commands.PutAside(institution, item, time.GetUtcNow(), cancellation) ? Accepted(item, Done.PutAside) : Gone(item);

    /// <summary>
    /// Takes an item away that nothing waits for; once it has begun, nobody's leaving stops it. To a page a second dismissal, e.g.
    /// a double click, is the first.
    /// </summary>
    public async Task<ActOutcome> Dismiss(string institution, string item, ActRequest? given)
    {
        var dismissed = Accepted(item, Done.Dismissed);
        return await commands.Dismiss(institution, item, given?.Reason, time.GetUtcNow(), CancellationToken.None) switch
        {
            DismissVerdict.Dismissed => dismissed,
            DismissVerdict.ReasonMissing => ReasonUnfit,
            DismissVerdict.NoItem => new Refused(dismissed.OnPage, StatusCodes.Status404NotFound, "api.noItem", item),
            _ => new Refused(Problem.ItemNeeded, StatusCodes.Status409Conflict, "api.itemNeeded", item),
        };
    }

    /// <summary>Brings back what was dismissed.</summary>
    public async Task<ActOutcome> Restore(string institution, string item, CancellationToken cancellation) =>
        await commands.Restore(institution, item, cancellation) ? Accepted(item, Done.Restored) : Gone(item);

    private static Refused ReasonUnfit =>
        new(Problem.ReasonUnfit, StatusCodes.Status400BadRequest, "api.reasonUnfit", StatedReason.Longest, ReasonExample);

    private static Accepted Accepted(string item, Done done) => new("/", done, new ActResponse(item));

    private static Refused Gone(string item) => new(Problem.ItemGone, StatusCodes.Status404NotFound, "api.noItem", item);
}
