using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Connectors.Lms;

/// <summary>Scores as senders give them: every score of an LMS is made here.</summary>
internal static class Points
{
    /// <summary>Points between bounds; null where a part is missing, or the bounds leave no room.</summary>
    /// <exception cref="UnreadableException">The numbers are beyond reason: no share can be reckoned with them.</exception>
    public static Score? Of(decimal? raw, decimal min, decimal? max) =>
        raw is not { } given || max is not { } possible || possible <= min ? null
        : Score.IsWithinReason(given, min, possible) ? new(given, min, possible)
        : throw new UnreadableException(
            "A score is beyond reason: a number of it is above a thousand million, or its bounds are less than a millionth apart.");


    /// <summary>The same, of an LMS that was asked.</summary>
    /// <param name="lms">The LMS's name.</param>
    /// <param name="raw">Points given.</param>
    /// <param name="min">Lowest possible.</param>
    /// <param name="max">Highest possible.</param>
    /// <exception cref="OutsideException">The numbers are beyond reason.</exception>
    public static Score? Told(string lms, decimal? raw, decimal min, decimal? max)
    {
        try
        {
            return Of(raw, min, max);
        }
        catch (UnreadableException fault)
        {
            throw new OutsideException(OutsideFault.Refused, $"{lms} sent data that cannot be read. {fault.Message}");
        }
    }
}
