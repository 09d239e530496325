using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Texts;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Texts;
using IntegrationHub.OpenBadges.Model;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

/// <summary>A micro-credential as an achievement of Open Badges 3.0, in one language.</summary>
public sealed class AchievementMapping(PublicAddresses addresses)
{
    /// <summary>The result description of the score.</summary>
    internal const string Score = "#score";

    /// <summary>The achievement.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="microCredential">The catalogue entry.</param>
    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="year">The year that its picture shows.</param>
    /// <param name="endorsements">Endorsements of the achievement.</param>
    public Achievement Of(
        Institution institution,
        MicroCredential microCredential,
        string language,
        int year,
        IReadOnlyList<JsonElement>? endorsements = null)
    {
        var (summary, badge) = (microCredential.Summary, microCredential.Badge);
        var id = addresses.Achievement(institution.Id, microCredential.Code, microCredential.Version, language).AbsoluteUri;
        var other = language == "fr" ? "en" : "fr";
        return new()
        {
            Id = id,
            AchievementType = badge?.AchievementType ?? BadgeDesign.MicroCredential,
            Name = summary.Title.In(language),
            Description = summary.Description.In(language),
            Criteria = new() { Id = id, Narrative = CriteriaText.Of(microCredential, language) },
            Alignment = NullIfEmpty(
                summary
                    .LearningOutcomes.SelectMany(outcome => outcome.Alignments)
                    .DistinctBy(alignment => alignment.Url)
                    .Select(alignment => Align(alignment, language))),
            Creator = Profile(institution, language),
            CreditsAvailable = summary.Credits,
            Endorsement = endorsements is { Count: > 0 } ? endorsements : null,
            FieldOfStudy = badge?.FieldOfStudy?.In(language),
            HumanCode = microCredential.Code,
            Image = Picture(institution, microCredential, language, year),
            InLanguage = language,
            Related =
            [
                new()
                {
                    Id = addresses.Achievement(institution.Id, microCredential.Code, microCredential.Version, other).AbsoluteUri,
                    InLanguage = other,
                    Version = Version(microCredential),
                },
            ],
            ResultDescription =
            [
                .. ScoreDescription(id, microCredential, language),
                .. summary.LearningOutcomes.Select((outcome, at) => OutcomeDescription(id, outcome, at, language)),
            ],
            Tag = NullIfEmpty(badge?.Tags ?? []),
            Version = Version(microCredential),
        };
    }

    /// <summary>The institution as profile; its id is the DID.</summary>
    public Profile Profile(Institution institution, string language, IReadOnlyList<JsonElement>? endorsements = null) =>
        new()
        {
            Id = institution.Issuer!.Did,
            Name = institution.Name.In(language),
            Url = institution.Issuer.Url.AbsoluteUri,
            Email = institution.Issuer.Email,
            Image = institution.Issuer.Logo is null
                ? null
                : new() { Id = addresses.Logo(institution.Id).AbsoluteUri, Caption = institution.Name.In(language) },
            Endorsement = endorsements is { Count: > 0 } ? endorsements : null,
        };

    /// <summary>The result description of a learning outcome.</summary>
    internal static string Outcome(int at) => string.Create(CultureInfo.InvariantCulture, $"#outcome-{at + 1}");

    internal BadgeImage Picture(Institution institution, MicroCredential microCredential, string language, int year) =>
        new()
        {
            Id = addresses.Picture(institution.Id, microCredential.Code, year, language).AbsoluteUri,
            Caption = microCredential.Summary.Title.In(language),
        };

    private static IEnumerable<ResultDescription> ScoreDescription(string id, MicroCredential microCredential, string language)
    {
        if (microCredential.Assessment is not { } assessment)
            yield break;
        yield return new()
        {
            Id = id + Score,
            Name = ConnectorTexts.In(language, "credential.element.result"),
            ResultType = "Percent",
            ValueMin = "0",
            ValueMax = "100",
            RequiredValue = Figures.Exact(assessment.PassThreshold, CultureInfo.InvariantCulture),
        };
    }

    private static ResultDescription OutcomeDescription(string id, LearningOutcome outcome, int at, string language) =>
        new()
        {
            Id = id + Outcome(at),
            Name = outcome.Text.In(language),
            ResultType = "Status",
            Alignment = NullIfEmpty(outcome.Alignments.Select(alignment => Align(alignment, language))),
        };

    private static AchievementAlignment Align(Alignment alignment, string language) =>
        new()
        {
            TargetName = alignment.Name.In(language),
            TargetUrl = alignment.Url.AbsoluteUri,
            TargetCode = alignment.Code,
            TargetFramework = alignment.Framework,
        };

    private static string Version(MicroCredential microCredential) => microCredential.Version.ToString(CultureInfo.InvariantCulture);

    private static List<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
