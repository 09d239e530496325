namespace IntegrationHub.Core;

/// <summary>Moments from times of the wall.</summary>
public static class Zones
{
    /// <summary>
    /// The moment of a time of the wall: of an hour that autumn has twice the later one, in spring's gap as if clocks had not been put
    /// forward.
    /// </summary>
    public static DateTimeOffset MomentOf(this TimeZoneInfo zone, DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new(wall, zone.IsInvalidTime(wall) ? zone.BaseUtcOffset : zone.GetUtcOffset(wall));
    }
}
