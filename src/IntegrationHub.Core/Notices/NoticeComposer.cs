using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Notices;

/// <summary>Finds the words of notices; without personal data in what goes to the channel.</summary>
/// <param name="addresses">The hub's public addresses.</param>
/// <param name="claims">Makes the learners' private links.</param>
public sealed class NoticeComposer(PublicAddresses addresses, ClaimLink claims)
{
    /// <summary>The channel's notice that a credential exists.</summary>
    public ChannelNotice Issued(StepContext context)
    {
        var award = context.Award;
        var transcript = award[StepName.Transcript];
        return new(
            context.NoticeId,
            Text.Both("notice.issued.title", context.MicroCredential.Summary.Title),
            [
                new(Text.Both("notice.fact.institution"), context.Institution.Name),
                new(Text.Both("notice.fact.earned"), Text.Each(language => Day(award.Earned, context.Institution, language))),
                new(Text.Both("notice.fact.result"), Text.Each(language => Explanation.Narrative(language, award.Decision))),
                new(
                    Text.Both("notice.fact.transcript"),
                    Text.Both(
                        context.MicroCredential.Record.Kind == IntegrationHub.Core.Model.MicroCredentials.RecordTargetKind.None
                            ? "notice.transcript.none"
                            : $"state.{transcript.State}")),
            ],
            NoticeTone.Good,
            addresses.Award(award.Id),
            Text.Both("notice.link.award"));
    }

    /// <summary>The channel's notice that a person must settle something.</summary>
    public ChannelNotice Alert(Institution institution, AttentionItem item) =>
        new(
            $"{item.Institution}/{item.Id}",
            item.Cause.Title,
            [
                new(Text.Both("notice.fact.institution"), institution.Name),
                new(Text.Both("notice.fact.concerns"), Text.Each(_ => item.Source)),
                new(Text.Both("notice.fact.todo"), item.Cause.Action),
            ],
            NoticeTone.Attention,
            addresses.Console,
            Text.Both("notice.link.hub"));

    /// <summary>The learner's message that the credential exists.</summary>
    public LearnerMessage Earned(StepContext context, Learner learner)
    {
        var (award, language) = (context.Award, learner.Language);
        var link = ClaimOf(award) ?? award.Credential;
        var title = context.MicroCredential.Summary.Title.In(language);
        var institution = context.Institution.Name.In(language);
        List<string> paragraphs =
        [
            Text.In(language, "mail.earned.greeting", learner.CallName),
            Text.In(language, "mail.earned.body", institution, title, Day(award.Earned, context.Institution, language)),
            Text.In(
                language,
                link is null ? "mail.earned.nolink"
                    : link == award.Credential ? "mail.earned.link"
                    : "mail.earned.claim"),
        ];
        if (context.MicroCredential.Survey is { } survey)
            paragraphs.Add(Text.In(language, "mail.earned.survey", SurveyOf(award) ?? survey));
        paragraphs.Add(Text.In(language, "mail.earned.closing", institution));
        return new(
            context.NoticeId,
            learner.Address(),
            learner.FullName,
            language,
            Text.In(language, "mail.earned.subject", title),
            paragraphs,
            link,
            Text.In(language, "mail.earned.open"));
    }

    /// <summary>The channel's notice that an award is suspended, revoked, or stands again.</summary>
    public ChannelNotice Changed(StepContext context) =>
        new(
            context.NoticeId,
            Text.Both($"notice.changed.{context.Step.Goal}", context.MicroCredential.Summary.Title),
            [
                new(Text.Both("notice.fact.institution"), context.Institution.Name),
                new(Text.Both("notice.fact.earned"), Text.Each(language => Day(context.Award.Earned, context.Institution, language))),
                new(
                    Text.Both("notice.fact.reason"),
                    context.Award.Reason is { } reason ? new(reason, reason) : Text.Both("notice.reason.policy")),
                new(
                    Text.Both("notice.fact.transcript"),
                    Text.Both(
                        context.MicroCredential.Record.Kind == IntegrationHub.Core.Model.MicroCredentials.RecordTargetKind.None
                            ? "notice.transcript.none"
                            : $"state.{context.Award[StepName.Transcript].State}")),
            ],
            context.Step.Goal == CredentialStatus.Valid ? NoticeTone.Good : NoticeTone.Attention,
            addresses.Award(context.Award.Id),
            Text.Both("notice.link.award"));

    /// <summary>The learner's message that an award is suspended, revoked, or stands again.</summary>
    public LearnerMessage Changed(StepContext context, Learner learner)
    {
        var (award, language) = (context.Award, learner.Language);
        var title = context.MicroCredential.Summary.Title.In(language);
        List<string> paragraphs =
        [
            Text.In(language, "mail.earned.greeting", learner.CallName),
            Text.In(
                language,
                $"mail.changed.{context.Step.Goal}",
                context.Institution.Name,
                title,
                Day(award.Earned, context.Institution, language)),
        ];
        if (award.Reason is { } reason)
            paragraphs.Add(Text.In(language, "mail.changed.reason", reason));
        paragraphs.Add(Text.In(language, "mail.changed.ask", context.Institution.Name));
        paragraphs.Add(Text.In(language, "mail.earned.closing", context.Institution.Name));
        return new(
            context.NoticeId,
            learner.Address(),
            learner.FullName,
            language,
            Text.In(language, $"mail.changed.{context.Step.Goal}.subject", title),
            paragraphs,
            ClaimOf(award) ?? award.Credential,
            Text.In(language, "mail.earned.open"));
    }

    /// <summary>The learner's private link, where the hub itself issued the credential.</summary>
    private Uri? ClaimOf(Award award) =>
        CredentialId.TryParse(award[StepName.Badge].Reference, out var credential) ? addresses.Holder(claims.Token(credential)) : null;

    /// <summary>The counted way to the survey, where the hub itself issued the credential.</summary>
    private Uri? SurveyOf(Award award) =>
        CredentialId.TryParse(award[StepName.Badge].Reference, out var credential) ? addresses.Survey(claims.Token(credential)) : null;

    private static string Day(DateTimeOffset moment, Institution institution, string language) =>
        institution.DayOf(moment).ToString("D", Text.Culture(language));
}
