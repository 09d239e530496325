using IntegrationHub.EndToEnd.Hub;
using Xunit;

namespace IntegrationHub.EndToEnd.RealHost;

/// <summary>What the hub is for, on a real Azure Functions host.</summary>
[Collection(nameof(RealHost))]
public sealed class MainJobTests(RealHub hub) : IClassFixture<RealHub>
{
    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task A_completion_goes_all_the_way() => new WholeWayTests(hub).A_canvas_completion_goes_all_the_way(0);

    [Fact(Skip = RealHub.Missing, SkipUnless = nameof(RealHub.IsAtHand), SkipType = typeof(RealHub))]
    public Task A_message_that_is_not_base64_becomes_an_item() =>
        new StrangeMessageTests(hub).A_message_that_is_not_base64_becomes_an_item_whose_text_is_kept("completions", "completions");
}
