using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>How far a learner has come towards a milestone: what is done and what is left (toolkit, chapter 2).</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Award">Its award; null while it is not earned.</param>
/// <param name="Stacks">Each stack with its places.</param>
public sealed record Pathway(MicroCredential Milestone, Award? Award, IReadOnlyList<PathwayStack> Stacks)
{
    /// <summary>The way to a milestone, as its dossier tells it.</summary>
    /// <param name="milestone">The milestone, in the version in force.</param>
    /// <param name="dossier">Its dossier of the learner.</param>
    /// <param name="now">The present moment.</param>
    public static Pathway Of(MicroCredential milestone, Dossier dossier, DateTimeOffset now)
    {
        var award = dossier.Awards.LastOrDefault(award =>
            award.State is AwardState.Valid or AwardState.InQuestion or AwardState.AwaitingApproval);
        var at = award?.Earned ?? now;
        var standing = dossier.Parts.Where(part => part.Stands(at)).ToList();
        return new(milestone, award, [.. milestone.Stacks.Select((stack, index) => Of(stack, index + 1, standing))]);
    }

    private static PathwayStack Of(Stack stack, int number, IReadOnlyList<StackedCredential> standing)
    {
        var found = StackRule.Found(stack, standing);
        return new(
            StackRule.Judge(stack, number, standing),
            [.. stack.Of.Select(place => new PathwayPlace(place.AnyOf, found.Find(part => place.AnyOf.Contains(part.Code))))]);
    }
}

/// <summary>A stack of a milestone, on the way.</summary>
/// <param name="Progress">How much is reached of what is needed.</param>
/// <param name="Places">Its places.</param>
public sealed record PathwayStack(RuleResult Progress, IReadOnlyList<PathwayPlace> Places);

/// <summary>A place in a stack.</summary>
/// <param name="AnyOf">What may fill it, the usual one first.</param>
/// <param name="By">What fills it; null while it is left.</param>
public sealed record PathwayPlace(IReadOnlyList<string> AnyOf, StackedCredential? By);
