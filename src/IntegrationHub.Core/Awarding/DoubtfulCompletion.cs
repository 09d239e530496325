using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Awarding;

/// <summary>
/// Something of a completion cannot be relied upon, and it could decide: the completion waits until a person says what counts, or that it
/// does not count.
/// </summary>
/// <typeparam name="TSubject">What the item is about.</typeparam>
/// <param name="asks">What a person states in place of it.</param>
public abstract record DoubtfulCompletion<TSubject>(CommandInput asks) : Cause<TSubject>
    where TSubject : Subject, IStoredSubject<TSubject>
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<ItemCommand> Commands =>
        [new("take") { Asks = asks }, ItemCommand.Retry, new("discard") { Asks = CommandInput.Reason }];

    /// <inheritdoc/>
    public sealed override bool IsNeeded(AttentionItem item) => true;
}

/// <summary>A result is stated and cannot be read, or cannot be believed.</summary>
public sealed record UncertainResult() : DoubtfulCompletion<ResultSubject>(CommandInput.Result)
{
    /// <summary>The item about a completion's result.</summary>
    public static AttentionItem Of(Institution institution, ResultSubject subject, string? figure = null) =>
        new UncertainResult().About(institution.Id, subject, figure);
}

/// <summary>A time is ahead of its arrival, or before the institution's records.</summary>
public sealed record UncertainTime() : DoubtfulCompletion<ResultSubject>(CommandInput.Day)
{
    /// <summary>The item about a completion's time.</summary>
    public static AttentionItem Of(Institution institution, ResultSubject subject, string? figure = null) =>
        new UncertainTime().About(institution.Id, subject, figure);
}

/// <summary>The SIS states no name for the learner: a credential would be nobody's.</summary>
public sealed record NameMissing : Cause<DossierSubject>
{
    /// <inheritdoc/>
    public override IReadOnlyList<ItemCommand> Commands => [ItemCommand.Retry];

    /// <summary>The item about a learner, and what waits for the name.</summary>
    public static AttentionItem Of(Institution institution, string learner, string microCredential) =>
        new NameMissing().About(institution.Id, new(new AboutDossier(learner, microCredential, 0)));

    /// <inheritdoc/>
    public override bool IsNeeded(AttentionItem item) => true;
}

/// <summary>A course is completed, its micro-credential states a threshold, and no result came, nor will by another event.</summary>
public sealed record ResultMissing() : DoubtfulCompletion<DossierSubject>(CommandInput.Result)
{
    /// <summary>The item about a learner's missing result: whichever event brings one settles it.</summary>
    public static AttentionItem Of(Institution institution, string learner, string microCredential) =>
        new ResultMissing().About(institution.Id, new(new AboutDossier(learner, microCredential, 0)));
}
