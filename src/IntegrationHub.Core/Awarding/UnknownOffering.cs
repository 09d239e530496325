using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Awarding;

/// <summary>No micro-credential is offered by that course; completions wait.</summary>
public sealed record UnknownOffering : Cause<OfferingSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    /// <summary>The course of a completion.</summary>
    public static AttentionItem Of(string institution, string source, Completion completion) =>
        new UnknownOffering().About(institution, new(source, completion.Courses));

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}
