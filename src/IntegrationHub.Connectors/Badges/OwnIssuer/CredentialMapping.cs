using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;
using IntegrationHub.OpenBadges.Model;
using IntegrationHub.OpenBadges.Status;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>
/// An award as an <c>AchievementCredential</c>: the fifteen elements of the critical information summary (toolkit,
/// chapter 11) where Open Badges 3.0 has a place for them. Of the person it holds a salted hash of the e-mail address
/// and a random id (law 15).
/// </summary>
public sealed class CredentialMapping(AchievementMapping achievements, PublicAddresses addresses)
{
    /// <summary>The credential before it is signed.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="order">What is to be issued.</param>
    /// <param name="credential">What is fixed already: name, holder, place in the status lists, dates.</param>
    /// <param name="endorsements">What third parties say.</param>
    public AchievementCredential Of(Institution institution, BadgeOrder order, Credential credential, EndorsementSet endorsements)
    {
        var (award, entry, language) = (order.Award, order.MicroCredential, credential.Holder!.Language);
        var year = YearOf(institution, award.Earned);
        var achievement = achievements.Of(institution, entry, language, year, endorsements.Achievement);
        var period = entry.PeriodOf(institution.DayOf(award.Earned));
        return new()
        {
            Id = addresses.Credential(credential.Id).AbsoluteUri,
            Name = InBoth(entry.Summary.Title, language),
            Description = entry.Summary.Description.In(language),
            Image = achievement.Image,
            AwardedDate = award.Earned,
            ValidFrom = credential.Issued,
            ValidUntil = credential.ValidUntil,
            Issuer = achievements.Profile(institution, language, endorsements.Issuer),
            CredentialSubject = new()
            {
                Id = credential.Holder.Subject,
                Identifier = [Identity(order.Email, credential.Holder.Salt)],
                ActivityStartDate = period is null ? null : Noon(period.Start),
                ActivityEndDate = period is null ? null : Noon(period.End),
                CreditsEarned = award.Renews is null ? entry.Summary.Credits : null,
                Narrative = order.Narrative,
                Result = [.. Results(award.Decision, achievement.Id, entry.Summary.LearningOutcomes.Count)],
                Achievement = achievement,
            },
            Evidence = [Proof(order, language), .. Renewed(credential, language)],
            CredentialSchema = [new() { Id = SchemaAddress.Achievement }],
            CredentialStatus = [Entry(institution, credential.Status)],
        };
    }

    /// <summary>The year that a badge's picture shows: of the award, in the institution's zone.</summary>
    public static int YearOf(Institution institution, DateTimeOffset earned) => institution.DayOf(earned).Year;

    /// <summary>A day as a moment that is the same day everywhere in Canada.</summary>
    private static DateTimeOffset Noon(DateOnly day) => new(day, new(17, 0), TimeSpan.Zero);

    private static string InBoth(BilingualText title, string language)
    {
        var (own, other) = (title.In(language), title.In(language == "fr" ? "en" : "fr"));
        return own == other ? own : $"{own} / {other}";
    }

    private static IdentityObject Identity(string email, string salt) => new()
    {
        IdentityHash = RecipientHash.Of(email.ToLowerInvariant(), salt),
        IdentityType = "emailAddress",
        Salt = salt,
    };

    private static IEnumerable<AchievementResult> Results(Decision decision, string achievement, int outcomes)
    {
        if (decision.Percent is { } percent)
            yield return new()
            {
                ResultDescription = achievement + AchievementMapping.Score,
                Value = Figures.Score(percent, decision.Threshold, CultureInfo.InvariantCulture),
                Status = "Completed",
            };
        for (var at = 0; at < outcomes; at++)
            yield return new() { ResultDescription = achievement + AchievementMapping.Outcome(at), Status = "Completed" };
    }

    private static AchievementEvidence Proof(BadgeOrder order, string language) => new()
    {
        Name = ConnectorTexts.In(language, "credential.evidence"),
        Narrative = order.Narrative,
        Description = order.MicroCredential.Summary.AssessmentType?.In(language),
        Genre = ConnectorTexts.In(language, "credential.evidence.genre"),
    };

    /// <summary>A renewal names what it renews.</summary>
    private IEnumerable<AchievementEvidence> Renewed(Credential credential, string language)
    {
        if (credential.Renews is { } renewed)
            yield return new() { Id = addresses.Credential(renewed).AbsoluteUri, Name = ConnectorTexts.In(language, "credential.renews") };
    }

    /// <summary>Open Badges knows one entry: it points to revocations, where a suspension shows too (decision record 9).</summary>
    private CredentialStatusEntry Entry(Institution institution, StatusEntry entry) =>
        StatusList.Entry(
            addresses.StatusList(institution.Id, StatusPurpose.Revocation, entry.List),
            StatusPurposes.Revocation,
            entry.Index);
}

/// <summary>Endorsements to embed, raw, so that their signatures survive.</summary>
/// <param name="Issuer">Of the institution.</param>
/// <param name="Achievement">Of the micro-credential.</param>
public sealed record EndorsementSet(IReadOnlyList<JsonElement> Issuer, IReadOnlyList<JsonElement> Achievement);
