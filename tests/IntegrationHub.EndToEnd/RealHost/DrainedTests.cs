using IntegrationHub.EndToEnd.Kill;
using Xunit;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>A real Azure Functions host is told to end (SIGTERM) under load, and drains as the hub’s own.</summary>
[Collection(nameof(RealHost))]
public sealed class DrainedTests(RealHub hub) : IClassFixture<RealHub>
{
    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task Told_to_end_under_load_it_finishes_what_it_took() =>
        new DrainTests(hub).Told_to_end_under_load_it_finishes_what_it_took_and_nothing_is_lost_or_doubled();
}
