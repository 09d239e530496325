using Shouldly;

namespace IntegrationHub.EndToEnd.EmbeddedHost;

internal static class Eventually
{
    /// <summary>Waits until something is so; fails with what was expected when it takes longer than a minute.</summary>
    public static async Task SoAsync(Func<Task<bool>> condition, string expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            timeout.IsCancellationRequested.ShouldBeFalse(expected);
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public static Task SoAsync(Func<bool> condition, string expected) => SoAsync(() => Task.FromResult(condition()), expected);
}
