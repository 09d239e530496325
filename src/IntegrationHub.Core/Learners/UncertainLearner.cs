using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;

namespace IntegrationHub.Core.Learners;

/// <summary>It is not clear who a learner is; completions wait for a person to say so.</summary>
public abstract record UncertainLearner : Cause<LearnerSubject>
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<ItemCommand> Commands => [new("identify") { Asks = CommandInput.StudentNumber }];

    /// <inheritdoc/>
    public sealed override bool IsNeeded(AttentionItem item) => true;

    /// <summary>The item that asks who the learner of these references is.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source.</param>
    /// <param name="references">What the source calls the learner.</param>
    /// <param name="matcher">Knows under which keys names are remembered.</param>
    /// <param name="candidates">The student numbers that it may be; empty where nobody is known.</param>
    /// <param name="refusal">What a system that was asked refused with; null where it did not.</param>
    public static AttentionItem Of(
        Institution institution,
        string source,
        IReadOnlyList<LearnerReference> references,
        LearnerMatcher matcher,
        IReadOnlyList<string> candidates,
        string? refusal = null)
    {
        UncertainLearner cause = candidates.Count > 0 ? new AmbiguousLearner() : new UnknownLearner();
        return cause.Asks(institution, source, references, matcher) with { Detail = refusal, Candidates = candidates };
    }

    /// <summary>The items that may ask who the learner of these references is.</summary>
    public static IEnumerable<AttentionItem> Items(
        Institution institution, string source, IReadOnlyList<LearnerReference> references, LearnerMatcher matcher) =>
        ((UncertainLearner[])[new UnknownLearner(), new AmbiguousLearner(), new AccountPassedOn()])
            .Select(cause => cause.Asks(institution, source, references, matcher));

    /// <summary>The reference that a person is asked about.</summary>
    private protected virtual LearnerReference? Best(IReadOnlyList<LearnerReference> references) =>
        LearnerReference.BestForAPerson(references);

    private protected AttentionItem Asks(
        Institution institution, string source, IReadOnlyList<LearnerReference> references, LearnerMatcher matcher)
    {
        var about = Best(references);
        return About(institution.Id, new(source, about, about is null ? "nobody" : matcher.KeyOf(institution, source, about)));
    }
}

/// <summary>
/// What the source calls the learner led to somebody else, who holds an award for the same, before a person said otherwise: one completion
/// would award two.
/// </summary>
public sealed record AccountPassedOn : UncertainLearner
{
    /// <summary>The item that asks whose these references are.</summary>
    /// <param name="institution">The tenant.</param>
    /// <param name="source">The source.</param>
    /// <param name="references">What the source calls the learner.</param>
    /// <param name="matcher">Knows under which keys names are remembered.</param>
    /// <param name="candidates">The student numbers of both.</param>
    public static AttentionItem Between(
        Institution institution,
        string source,
        IReadOnlyList<LearnerReference> references,
        LearnerMatcher matcher,
        IReadOnlyList<string> candidates) =>
        new AccountPassedOn().Asks(institution, source, references, matcher) with { Candidates = candidates };
}

/// <summary>No learner is known by what the source calls them; completions wait.</summary>
public sealed record UnknownLearner : UncertainLearner;

/// <summary>Several learners may be meant by what the source calls them; completions wait for a person to choose.</summary>
public sealed record AmbiguousLearner : UncertainLearner
{
    /// <summary>Among several persons it is a name of the account, else an address: a number is one person's own.</summary>
    private protected override LearnerReference? Best(IReadOnlyList<LearnerReference> references) =>
        LearnerReference.BestForAPerson([.. references.Where(reference => reference.IsOfAnAccount)])
        ?? LearnerReference.BestForAPerson([.. references.Where(reference => reference.Kind != LearnerReferenceKind.StudentNumber)])
        ?? base.Best(references);
}
