using IntegrationHub.Core.Attention;

namespace IntegrationHub.Core.Intake;

/// <summary>A source has been silent for longer than it usually is.</summary>
public sealed record SourceSilent : Cause<SourceSubject>
{
    /// <summary>A source's silence.</summary>
    public static AttentionItem Of(string institution, string source) => new SourceSilent().About(institution, new(source));

    /// <summary>A source's silence, in numbers.</summary>
    public static AttentionItem Of(string institution, string source, DateTimeOffset lastHeard, TimeSpan longestGap)
    {
        var heard = FormattableString.Invariant($"Last heard {lastHeard.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        var gap = FormattableString.Invariant($"it is usually quiet for {Math.Ceiling(longestGap.TotalHours)} h of working days at most.");
        return Of(institution, source) with { Detail = $"{heard}; {gap}" };
    }
}
