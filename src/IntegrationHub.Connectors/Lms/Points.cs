using IntegrationHub.Core.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Scores as senders give them.</summary>
internal static class Points
{
    private const decimal Most = 1_000_000_000;
    private const decimal LeastRange = 0.000_001m;

    /// <summary>Points between bounds; null where a part is missing, the bounds leave no room, or the numbers are beyond reason.</summary>
    public static Score? Of(decimal? raw, decimal min, decimal? max) =>
        raw is >= -Most and <= Most && min is >= -Most and <= Most && max is <= Most && max - min >= LeastRange ? new(raw.Value, min, max.Value) : null;
}
