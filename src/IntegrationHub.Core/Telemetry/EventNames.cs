using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Core.Telemetry;

/// <summary>Says what was in a delivery by the names of its events.</summary>
internal static class EventNames
{
    private const int Shown = 3;
    private const int Longest = 60;
    private const int LongestNumber = 5;
    private const string Other = "other";

    /// <summary>The names with how often each occurs, the most frequent first; null where there are none.</summary>
    public static string? Label(IEnumerable<IgnoredEvents> events)
    {
        var counted = events
            .GroupBy(one => Safe(one.Kind))
            .Select(same => (Name: same.Key, Count: same.Sum(one => one.Count)))
            .OrderByDescending(name => name.Count)
            .ToList();
        var label = string.Join(", ", counted.Take(Shown).Select(name => name.Count == 1 ? name.Name : $"{name.Name} ×{name.Count}"));
        return counted.Count switch
        {
            0 => null,
            > Shown => $"{label}, +{counted.Count - Shown}",
            _ => label,
        };
    }

    /// <summary>The name, or <c>other</c>: a name that a sender is free to choose could be anything, an address of a person too.</summary>
    public static string Safe(string name)
    {
        if (name.Length > Longest)
            return Other;
        // No iterator: this runs for every event of noise.
        var digits = 0;
        foreach (var c in name)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == LongestNumber || !(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-' or '/' or '\\'))
                return Other;
        }

        return name;
    }
}
