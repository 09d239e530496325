using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>
/// Brings the awards of a dossier to what the rules say now: new ones, changed ones, and the timeline that tells of it. Pure.
/// </summary>
/// <param name="institution">The tenant.</param>
/// <param name="learner">The learner, by opaque id.</param>
/// <param name="microCredential">The catalogue entry.</param>
/// <param name="now">The present moment, for what is written about the hub's own doing.</param>
internal sealed class AwardProjection(Institution institution, string learner, MicroCredential microCredential, DateTimeOffset now)
{
    private readonly List<Award> _changed = [];
    private readonly List<TimelineEntry> _entries = [];

    /// <summary>What is to be written.</summary>
    public (IReadOnlyList<Award> Awards, IReadOnlyList<TimelineEntry> Entries) Apply(
        Dossier dossier,
        Verdict verdict,
        IReadOnlyList<RegistrarAct> acts)
    {
        foreach (var earned in verdict.Awards)
        {
            if (dossier.Award(earned.Cycle) is { } award)
                Change(award, WithDecision(award, earned), acts);
            else
                Open(dossier.Id, earned);
        }

        var erased = acts.Where(act => act.Kind == ActKind.Erased).Select(act => act.Cycle).DefaultIfEmpty(-1).Max();
        foreach (var award in dossier.Awards.Where(award => verdict.Awards.All(earned => earned.Cycle != award.Id.Cycle)))
        {
            var left = award.Id.Cycle <= erased ? award : WithoutGround(award, acts);
            Change(award, WithActs(left, acts, keepsReason: award.Id.Cycle > erased), acts);
        }

        return (_changed, _entries);
    }

    private void Open(DossierId dossier, Earned earned)
    {
        var award = NewAward(new(dossier, earned.Cycle), earned);
        _changed.Add(award);
        var isAgain = earned.Renews is null && earned.Cycle > 0;
        Note(
            award.Id,
            earned.Renews is not null ? TimelineEvent.Renewed
                : isAgain ? TimelineEvent.Reawarded
                : TimelineEvent.Awarded,
            earned.Decision.EventId);
        if (award.State != AwardState.Valid)
            Note(award.Id, Timeline.EventOf(award.State), award.Reason);
    }

    private void Change(Award award, Award said, IReadOnlyList<RegistrarAct> acts)
    {
        if (said == award)
            return;
        if (said.Earned != award.Earned || said.Decision.Version != award.Decision.Version)
            Note(award.Id, TimelineEvent.Redated, said.Decision.EventId);
        if (said.State != award.State)
            Note(
                award.Id,
                award.State == AwardState.AwaitingApproval && said.State == AwardState.Valid
                    ? TimelineEvent.Approved
                    : Timeline.EventOf(said.State),
                said.Reason ?? said.Decision.EventId);
        else if (said.State == AwardState.Valid && said.ContradictedSince is not null && award.ContradictedSince is null)
            Note(award.Id, TimelineEvent.Contradicted, said.Decision.EventId);
        else if (UpheldAnew(award, said, acts) is { } upheld)
            Note(award.Id, TimelineEvent.Upheld, upheld.Reason);
        var issued = award.Issued ?? (award.IsIssued || said.State == AwardState.Valid ? now : null);
        _changed.Add(
            said with
            {
                Revision = award.Revision + 1,
                Changed = said.State == award.State ? award.Changed : now,
                Issued = issued,
                Terms = award.Terms ?? (issued is null ? null : TermsOf(said)),
                Answered = IsAnswer(award, said) ? award.ContradictedSince : IntegrationHub.Core.Model.Awards.Issued.AnsweredOf(award),
                Steps = Goal(said.State) is { } goal ? [.. said.Steps.Select(step => step.Aim(goal, now))] : said.Steps,
            });
    }

    /// <summary>Whether a new word lets an award stand, or suspends it, that was known to be contradicted.</summary>
    private static bool IsAnswer(Award award, Award said) =>
        award.ContradictedSince is not null
        && said.ByAPerson
        && said.State is AwardState.Valid or AwardState.Suspended
        && said.StateSince != award.StateSince;

    /// <summary>The word of a person who has just said that it stands, which it did already; null where nobody has.</summary>
    private static RegistrarAct? UpheldAnew(Award award, Award said, IReadOnlyList<RegistrarAct> acts) =>
        award.State == AwardState.Valid
        && said.State == AwardState.Valid
        && said.StateSince != award.StateSince
        && RegistrarAct.Word(acts, award.Id.Cycle) is { Kind: ActKind.Uphold } word
        && word.At == said.StateSince
            ? word
            : null;

    private AwardTerms TermsOf(Award award) => AwardTerms.Of(institution.Policy, microCredential, award.Decision.Version);

    private static Award WithDecision(Award award, Earned earned) =>
        award with
        {
            Decision = earned.Decision,
            Earned = earned.At,
            ValidUntil = earned.ValidUntil,
            Renews = earned.Renews,
            State = earned.State,
            StateSince = earned.StateSince,
            Reason = earned.Reason,
            ByAPerson = earned.ByAPerson,
            ContradictedSince = earned.ContradictedSince,
        };

    /// <summary>Evidence that came late took the award its ground: what was done was done, so policy speaks.</summary>
    private Award WithoutGround(Award award, IReadOnlyList<RegistrarAct> acts) =>
        award.ContradictedSince is not null || award.State == AwardState.Revoked
            ? award
            : Contradicted(
                award,
                (award.Terms?.OnContradiction ?? institution.Policy.OnContradiction, Word(acts, award)) switch
                {
                    (OnContradiction.Keep, _) or (not OnContradiction.Revoke, ActKind.Suspend) => award.State,
                    (OnContradiction.Ask, _) or (_, ActKind.Uphold) => AwardState.InQuestion,
                    (OnContradiction.Revoke, _) => AwardState.Revoked,
                    _ => AwardState.Suspended,
                });

    private Award Contradicted(Award award, AwardState state) => award with
    {
        State = state,
        StateSince = now,
        ByAPerson = award.ByAPerson && state == award.State,
        ContradictedSince = now,
    };

    private static ActKind? Word(IReadOnlyList<RegistrarAct> acts, Award award) => RegistrarAct.Word(acts, award.Id.Cycle)?.Kind;

    /// <summary>
    /// Where nothing is left to decide upon, for it is erased or has lost its ground, what people say of the award holds.
    /// </summary>
    private static Award WithActs(Award award, IReadOnlyList<RegistrarAct> acts, bool keepsReason)
    {
        var words = acts.Where(act => act.Cycle == award.Id.Cycle && act.Kind is ActKind.Suspend or ActKind.Uphold or ActKind.Revoke)
            .OrderBy(act => act.At)
            .ToList();
        var word = words.Find(act => act.Kind == ActKind.Revoke) ?? words.LastOrDefault();
        return word is null || award.StateSince == word.At || (word.Kind != ActKind.Revoke && award.StateSince > word.At)
            ? award
            : award with
            {
                State = word.Kind switch
                {
                    ActKind.Revoke => AwardState.Revoked,
                    ActKind.Suspend => AwardState.Suspended,
                    _ => AwardState.Valid,
                },
                StateSince = word.At,
                ByAPerson = true,
                Reason = keepsReason && word.Kind != ActKind.Uphold ? word.Reason : null,
            };
    }

    private Award NewAward(AwardId id, Earned earned)
    {
        var version = microCredential.InVersion(earned.Decision.Version);
        Step Step(StepName name, bool wanted) =>
            new()
            {
                Name = name,
                State = wanted ? StepState.Pending : StepState.Done,
                IsUnwanted = !wanted,
                Updated = now,
            };
        var award = WithDecision(
            new()
            {
                Id = id,
                Learner = learner,
                MicroCredential = microCredential.Code,
                Decision = earned.Decision,
                Earned = earned.At,
                Opened = now,
                Steps =
                [
                    Step(
                        StepName.Transcript,
                        version.Record.Kind != RecordTargetKind.None && institution.Connection(ConnectionRole.Sis) is not null),
                    Step(StepName.Badge, version.Badge is not null && institution.Connection(ConnectionRole.Badges) is not null),
                    Step(StepName.Channel, institution.Connection(ConnectionRole.Channel) is not null),
                    Step(StepName.Learner, institution.Connection(ConnectionRole.Mail) is not null),
                ],
            },
            earned);
        if (award.State == AwardState.Valid)
            award = award with { Issued = now, Terms = TermsOf(award), Answered = award.ByAPerson ? award.ContradictedSince : null };
        return Goal(award.State) is { } goal ? award with { Steps = [.. award.Steps.Select(step => step.Aim(goal, now))] } : award;
    }

    /// <summary>What the steps are to bring about; null where they stay as they are, for a person is asked.</summary>
    private static CredentialStatus? Goal(AwardState state) =>
        state switch
        {
            AwardState.Valid => CredentialStatus.Valid,
            AwardState.Suspended => CredentialStatus.Suspended,
            AwardState.Revoked => CredentialStatus.Revoked,
            _ => null,
        };

    /// <summary>Entries of one change keep their order by a tick each.</summary>
    private void Note(AwardId award, TimelineEvent what, string? detail) =>
        _entries.Add(new(award.Cycle, now.AddTicks(_entries.Count), what, Detail: detail));
}
