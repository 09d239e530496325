using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;

namespace IntegrationHub.Core.Awarding;

/// <summary>Something is earned, and policy leaves the word to a person; nothing is written or issued before.</summary>
public sealed record ApprovalNeeded : Cause<AwardSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands =>
        [new("approve", CommandTarget.Award), new("decline", CommandTarget.Award) { Asks = CommandInput.Reason }];

    /// <summary>An award that awaits approval, with the rules that ask for it.</summary>
    public static AttentionItem Of(Award award)
    {
        var asking = award.Decision.Rules.Where(rule => rule.Verdict == RuleVerdict.Asks);
        var detail = string.Join(", ", asking.Select(rule => rule.Subject ?? rule.Rule.ToString()));
        return new ApprovalNeeded().About(award.Id.Institution, new(award.MicroCredential, award.Id), detail);
    }

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}
