using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Notices;

/// <summary>Finds the words of letters, in the learner's language.</summary>
public static class LearnerNoticeComposer
{
    /// <summary>The letter's message; null where what it says is no longer so, or there is nowhere to send it.</summary>
    public static LearnerMessage? Compose(
        LearnerNotice notice,
        Institution institution,
        MicroCredential entry,
        Dossier dossier,
        Learner learner)
    {
        if (learner is not { HasName: true, Email: { } address })
            return null;
        var paragraphs = notice.Kind switch
        {
            LearnerNoticeKind.NotYet => NotYet(notice, institution, entry, dossier, learner.Language),
            _ => Renewal(notice, institution, entry, dossier, learner.Language),
        };
        return paragraphs is null
            ? null
            : new(
                $"{dossier.Id}/{notice.Told}".ToLowerInvariant(),
                address,
                learner.FullName,
                learner.Language,
                Text.In(learner.Language, $"letter.{notice.Kind}.subject", entry.Summary.Title),
                [
                    Text.In(learner.Language, "mail.earned.greeting", learner.CallName),
                    .. paragraphs,
                    Text.In(learner.Language, "mail.earned.closing", institution.Name),
                ],
                Link: null,
                LinkLabel: "");
    }

    /// <summary>
    /// Rule, result, attempts left and who gives feedback (law 13). The result it was written for must still be the latest word of its
    /// attempt.
    /// </summary>
    private static List<string>? NotYet(
        LearnerNotice notice,
        Institution institution,
        MicroCredential entry,
        Dossier dossier,
        string language)
    {
        if (dossier.Award(notice.About.Cycle) is not null
            || dossier.Decision is not { Outcome: Outcome.NotYet } decision
            || dossier.Evidence.All(item => item.EventId != notice.Key))
            return null;
        var version = entry.InVersion(decision.Version);
        var left = (version.Assessment?.Attempts ?? 0) - decision.Attempts;
        List<string> paragraphs = [Text.In(language, "letter.NotYet.body", entry.Summary.Title, institution.Name)];
        paragraphs.AddRange(
            decision.Rules.Where(rule => rule.Verdict == RuleVerdict.NotMet).Select(rule => Explanation.Of(rule, version, language)));
        paragraphs.Add(
            left switch
            {
                > 1 => Text.In(language, "letter.NotYet.attempts", left),
                1 => Text.In(language, "letter.NotYet.oneAttempt"),
                _ => Text.In(language, "letter.NotYet.noAttempts"),
            });
        if (version.Assessment?.FeedbackFrom is { } feedback)
            paragraphs.Add(Text.In(language, "letter.NotYet.feedback", feedback));
        return paragraphs;
    }

    /// <summary>Only of what stands and was not renewed meanwhile.</summary>
    private static List<string>? Renewal(
        LearnerNotice notice,
        Institution institution,
        MicroCredential entry,
        Dossier dossier,
        string language)
    {
        if (dossier.Award(notice.About.Cycle) is not { State: AwardState.Valid, ValidUntil: { } end } award
            || dossier.Award(notice.About.Cycle + 1) is not null)
            return null;
        var days = entry.InVersion(award.Decision.Version).RenewalDays ?? 0;
        string Day(DateOnly day) => day.ToString("D", Text.Culture(language));
        var last = institution.DayOf(end);
        return
        [
            Text.In(language, "letter.Renewal.body", entry.Summary.Title, institution.Name, Day(last)),
            days > 0 ? Text.In(language, "letter.Renewal.early", Day(last.AddDays(-days))) : Text.In(language, "letter.Renewal.after"),
        ];
    }
}
