using Microsoft.Playwright;

namespace IntegrationHub.EndToEnd.Console;

/// <summary>Chromium: the system's where there is one, else the one that Playwright installed.</summary>
internal static class Browser
{
    private const float Patience = 60_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static Task<IBrowser> Launch(IPlaywright playwright)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        return playwright.Chromium.LaunchAsync(new() { ExecutablePath = Places.FirstOrDefault(File.Exists), Args = ["--no-sandbox"] });
    }
}
