using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Core.Rules;

/// <summary>
/// Enough was stacked (toolkit, chapters 2, 3, 8 and 13): all of a set, a number of it, or its hours or credits; each part counts once,
/// whoever stands in for it.
/// </summary>
internal static class StackRule
{
    /// <summary>Judges one stack by the parts that stand.</summary>
    public static RuleResult Judge(Stack stack, int number, IReadOnlyList<StackedCredential> standing)
    {
        var found = Found(stack, standing);
        var reached = stack.Measure switch
        {
            StackMeasure.Hours => found.Sum(part => part.Hours),
            StackMeasure.Credits => found.Sum(part => part.Credits),
            _ => found.Count,
        };
        var needed = stack.Measure == StackMeasure.All ? stack.Of.Count : stack.Least;
        return new(
            RuleName.Stack,
            reached >= needed ? RuleVerdict.Met : RuleVerdict.NotMet,
            number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            reached,
            needed,
            stack.Measure.ToString(),
            Evidence: string.Join(' ', found.Select(part => part.Award)));
    }

    /// <summary>The parts that count, at most one for each place in the stack, and each in one place.</summary>
    public static List<StackedCredential> Found(Stack stack, IReadOnlyList<StackedCredential> standing)
    {
        var used = new HashSet<string>();
        var found = new List<StackedCredential>();
        foreach (var place in stack.Of)
        {
            var part = place
                .AnyOf.SelectMany(code => standing.Where(candidate => candidate.Code == code))
                .FirstOrDefault(candidate => !used.Contains(candidate.Code));
            if (part is not null && used.Add(part.Code))
                found.Add(part);
        }

        return found;
    }
}
