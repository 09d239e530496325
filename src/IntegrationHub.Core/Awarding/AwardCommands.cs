using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// What people decide about awards: each act puts a command on a queue, becomes an entry of the timeline, and is carried through by the
/// steps.
/// </summary>
public sealed class AwardCommands(
    IDossiers dossiers,
    IInstitutions institutions,
    ILearners learners,
    LearnerMatcher matcher,
    IAttention attention,
    IQueues queues,
    TimeProvider time)
{
    /// <summary>The reason that everybody sees of an award whose learner was merged into another.</summary>
    private static string Merged { get; } = $"{Text.In("fr", "award.merged")} / {Text.In("en", "award.merged")}";

    /// <summary>Decides something about an award.</summary>
    /// <param name="id">The award.</param>
    /// <param name="kind">What; any but <see cref="ActKind.MoveAway"/>, <see cref="ActKind.Erased"/> and
    /// <see cref="ActKind.Waive"/>.</param>
    /// <param name="reason">Why; needed to decline, suspend, revoke and award again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<ActVerdict> Decide(AwardId id, ActKind kind, string? reason, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { } award)
            return ActVerdict.NoAward;
        if (Objection(dossier, award, kind) is { } objection)
            return objection;
        reason = StatedReason.Clean(reason);
        if (reason is null && kind is ActKind.Decline or ActKind.Suspend or ActKind.Revoke or ActKind.Reaward)
            return ActVerdict.ReasonMissing;
        if (reason?.Length > StatedReason.Longest)
            return ActVerdict.ReasonTooLong;
        await Send(id.Institution, new AboutDossier(award.Learner, award.MicroCredential, id.Cycle), kind, reason, cancellation);
        return ActVerdict.Accepted;
    }

    /// <summary>Lifts a suspension: the award stands, also against what speaks against it now.</summary>
    public async Task<ActVerdict> Resume(AwardId id, string? reason, CancellationToken cancellation) =>
        (await dossiers.Read(id.Dossier, cancellation)).Award(id.Cycle) is { State: AwardState.Valid }
            ? ActVerdict.Already
            : await Decide(id, ActKind.Uphold, reason, cancellation);

    /// <summary>Waives the missing prerequisites that an attention item names.</summary>
    /// <returns><see cref="ActVerdict.NoAward"/> where the item is settled, or is about something else.</returns>
    public async Task<ActVerdict> Waive(string institution, string item, CancellationToken cancellation)
    {
        if (await attention.Find(institution, item, cancellation) is not { Cause: PrerequisiteMissing, Subject: DossierSubject missing })
            return ActVerdict.NoAward;
        await Send(institution, missing.About, ActKind.Waive, reason: null, cancellation);
        return ActVerdict.Accepted;
    }

    /// <summary>Moves the evidence of an award to the learner it belongs to: it is revoked here and decided there.</summary>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<ActVerdict> Move(AwardId id, string studentNumber, string? reason, CancellationToken cancellation)
    {
        var dossier = await dossiers.Read(id.Dossier, cancellation);
        if (dossier.Award(id.Cycle) is not { } award)
            return ActVerdict.NoAward;
        if (award.State == AwardState.Revoked)
            return ActVerdict.RevokedForGood;
        if (StatedReason.Clean(reason) is not { } why)
            return ActVerdict.ReasonMissing;
        if (why.Length > StatedReason.Longest)
            return ActVerdict.ReasonTooLong;
        if (await Student(id.Institution, studentNumber, cancellation) is not { } learner)
            return ActVerdict.UnknownStudent;
        if (learner == award.Learner)
            return ActVerdict.Already;
        await Move(id.Institution, new(award.Learner, award.MicroCredential, id.Cycle), learner, why, cancellation);
        return ActVerdict.Accepted;
    }

    /// <summary>Merges a learner who was kept twice: all evidence of one student number goes to the other.</summary>
    /// <returns>The verdict, and how many micro-credentials were moved.</returns>
    /// <exception cref="IntegrationHub.Core.Failures.OutsideException">The SIS did not answer.</exception>
    public async Task<(ActVerdict Verdict, int Moved)> Merge(
        string institution,
        string fromStudent,
        string intoStudent,
        CancellationToken cancellation)
    {
        var from = await learners.FindId(
            institution,
            matcher.KeyOf(
                institutions.Get(institution),
                source: "",
                new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.StudentNumber, fromStudent)),
            cancellation);
        if (from is null || await Student(institution, intoStudent, cancellation) is not { } into)
            return (ActVerdict.UnknownStudent, 0);
        if (from == into)
            return (ActVerdict.Already, 0);
        var moved = 0;
        foreach (var code in institutions.Get(institution).MicroCredentials.Keys)
        {
            var dossier = await dossiers.Read(DossierId.Of(institution, from, code), cancellation);
            if (dossier.Version is null)
                continue;
            foreach (var cycle in dossier
                    .Awards.Where(award => award.State != AwardState.Revoked)
                    .Select(award => award.Id.Cycle)
                    .DefaultIfEmpty(dossier.Awards.Count))
                await Move(institution, new(from, code, cycle), into, Merged, cancellation);
            foreach (var outside in dossier.Parts.Where(part =>
                    part.Ended is null && institutions.Get(institution).Recognised.ContainsKey(part.Code)))
                await queues.Send(
                    TrackingId.New(),
                    new CredentialRecognition(institution, into, code, outside.Code, ExternalCredential.Of(outside)),
                    cancellation);
            moved++;
        }

        await learners.Redirect(institution, from, into, cancellation);
        return (ActVerdict.Accepted, moved);
    }

    private static ActVerdict? Objection(Dossier dossier, Award award, ActKind kind) =>
        (kind, award.State) switch
        {
            (ActKind.Reaward, AwardState.Revoked) => dossier.Award(award.Id.Cycle + 1) is null ? null : ActVerdict.Already,
            (ActKind.Reaward, _) => ActVerdict.NotNow,
            (_, AwardState.Revoked) => ActVerdict.RevokedForGood,
            (ActKind.Approve or ActKind.Decline, not AwardState.AwaitingApproval) => ActVerdict.NotNow,
            (ActKind.Decline, _) when award.IsIssued => ActVerdict.NotNow,
            (ActKind.Uphold, AwardState.Valid) when award.IsAnswered && IsUpheld(dossier, award) => ActVerdict.Already,
            (ActKind.Suspend, AwardState.Suspended) when award is { IsAnswered: true, ByAPerson: true } => ActVerdict.Already,
            (ActKind.Uphold or ActKind.Suspend, AwardState.AwaitingApproval) when !award.IsIssued => ActVerdict.NotNow,
            (ActKind.Uphold or ActKind.Suspend, AwardState.Declined) => ActVerdict.NotNow,
            _ => null,
        };

    private static bool IsUpheld(Dossier dossier, Award award) =>
        award.ByAPerson && RegistrarAct.Word(dossier.Acts, award.Id.Cycle) is { Kind: ActKind.Uphold };

    private Task<string?> Student(string institution, string studentNumber, CancellationToken cancellation) =>
        matcher.Remember(
            institutions.Get(institution),
            source: "",
            studentNumber,
            [new(IntegrationHub.Core.Model.Completions.LearnerReferenceKind.StudentNumber, studentNumber)],
            isAnswer: false,
            cancellation);

    private Task Send(string institution, AboutDossier about, ActKind kind, string? reason, CancellationToken cancellation) =>
        queues.Send(
            TrackingId.New(),
            new ActDecided(institution, about, new(TrackingId.New(), kind, about.Cycle, time.GetUtcNow(), reason)),
            cancellation);

    private Task Move(string institution, AboutDossier from, string to, string reason, CancellationToken cancellation) =>
        queues.Send(TrackingId.New(), new EvidenceMove(institution, from, to, time.GetUtcNow(), TrackingId.New(), reason), cancellation);
}

/// <summary>What came of a person's word on an award.</summary>
public enum ActVerdict
{
    /// <summary>It is on its way.</summary>
    Accepted,

    /// <summary>There is no such award.</summary>
    NoAward,

    /// <summary>It is so already.</summary>
    Already,

    /// <summary>It is revoked, and that is for good; it can be awarded again.</summary>
    RevokedForGood,

    /// <summary>It does not apply to the award as it stands.</summary>
    NotNow,

    /// <summary>A reason is needed.</summary>
    ReasonMissing,

    /// <summary>The reason is longer than <see cref="StatedReason.Longest"/>.</summary>
    ReasonTooLong,

    /// <summary>The SIS, or the hub, knows nobody by that student number.</summary>
    UnknownStudent,
}
