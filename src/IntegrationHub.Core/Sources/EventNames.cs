using IntegrationHub.Core.Completions;

namespace IntegrationHub.Core.Sources;

/// <summary>Says what was in a delivery by the names of its events.</summary>
internal static class EventNames
{
    private const int Shown = 3;
    private const int Longest = 60;
    private const int LongestNumber = 5;

    /// <summary>The names with how often each occurs, the most frequent first; null where there are none.</summary>
    public static string? Label(IEnumerable<IgnoredEvents> events)
    {
        var counted = events.GroupBy(one => Safe(one.Kind)).Select(same => (Name: same.Key, Count: same.Sum(one => one.Count))).OrderByDescending(name => name.Count).ToList();
        var label = string.Join(", ", counted.Take(Shown).Select(name => name.Count == 1 ? name.Name : $"{name.Name} ×{name.Count}"));
        return counted.Count switch
        {
            0 => null,
            > Shown => $"{label}, +{counted.Count - Shown}",
            _ => label,
        };
    }

    // A name that a sender is free to choose could be anything, an address of a person too.
    private static string Safe(string name) =>
        name.Length <= Longest && !HasLongNumber(name) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-' or '/' or '\\') ? name : "other";

    private static bool HasLongNumber(string name)
    {
        var run = 0;
        return name.Any(c => (run = char.IsAsciiDigit(c) ? run + 1 : 0) == LongestNumber);
    }
}
