using System.Globalization;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Texts;

namespace IntegrationHub.Core.Awarding;

/// <summary>A regrade brought an awarded score below the threshold.</summary>
public sealed record RegradeBelowThreshold : Cause<AwardSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands =>
    [
        new("uphold", CommandTarget.Award),
        new("suspend", CommandTarget.Award) { Asks = CommandInput.Reason },
        new("revoke", CommandTarget.Award) { Asks = CommandInput.Reason },
    ];

    /// <summary>An award, and what the evidence says of it today.</summary>
    public static AttentionItem Of(Award award, Decision? today = null) => new RegradeBelowThreshold().About(
        award.Id.Institution,
        new(award.MicroCredential, award.Id),
        today is { Percent: { } percent, Threshold: { } threshold }
            ? $"{Figures.Score(percent, threshold, Plain)} % < {Figures.Exact(threshold, Plain)} %"
            : null);

    private static CultureInfo Plain => CultureInfo.InvariantCulture;

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}
