using System.Net;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Security;

/// <summary>The hub's cookies as browsers get them; the tests speak http, as what stands in front of the hub does.</summary>
public sealed class CookieTests
{
    private const string Public = "https://hub.example.ca";

    [Fact]
    public async Task Behind_https_no_other_host_can_plant_or_read_a_cookie()
    {
        await using var hub = await Started(Public);

        var cookies = await All(hub, Public);

        cookies.Select(NameOf).ShouldBe(["__Host-hub-antiforgery", "__Host-hub-language", "__Host-hub-session"]);
        foreach (var cookie in cookies)
        {
            var said = cookie.Split("; ").Skip(1).ToList();
            said.ShouldContain("secure", cookie);
            said.ShouldContain("path=/", cookie);
            said.ShouldContain("httponly", cookie);
            said.ShouldContain(attribute => attribute.StartsWith("samesite=", StringComparison.Ordinal), cookie);
            said.ShouldNotContain(attribute => attribute.StartsWith("domain", StringComparison.Ordinal), cookie);
        }
    }

    [Fact]
    public async Task A_cookie_that_a_sibling_host_could_plant_is_not_read()
    {
        await using var hub = await Started(Public);
        var planted = (await hub.SignIn()).Replace("__Host-", "", StringComparison.Ordinal);

        using var answer = await hub.Send(HttpMethod.Get, "/sources", planted);

        (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.Redirect, "/sign-in?next=%2Fsources"));
    }

    [Fact]
    public async Task On_one_machine_cookies_have_plain_names_that_every_browser_takes()
    {
        await using var hub = await Started("http://localhost:7071");

        var cookies = await All(hub, "http://localhost:7071");

        cookies.Select(NameOf).ShouldBe(["hub-antiforgery", "hub-language", "hub-session"]);
        cookies.ShouldAllBe(cookie => !cookie.Contains("secure"));
    }

    [Theory]
    [InlineData(Public)]
    [InlineData("http://localhost:7071")]
    public async Task Signing_out_takes_the_cookie_from_the_browser(string address)
    {
        await using var hub = await Started(address);
        var session = await hub.SignIn();
        var (cookie, field) = await hub.Pair(session);

        using var answer = await hub.Send(
            HttpMethod.Post,
            "/sign-out",
            $"{session}; {cookie}",
            new FormUrlEncodedContent([field]),
            ("Origin", address));


        var ended = HollowHub.CookiesOf(answer).Single(gone => NameOf(gone) == NameOf(session));
        ended.ShouldStartWith($"{NameOf(session)}=; expires=Thu, 01 Jan 1970");
        ended.ShouldNotContain("max-age");
        ended.Contains("; secure").ShouldBe(address == Public);
    }

    private static async Task<HollowHub> Started(string publicBaseUrl)
    {
        var hub = new HollowHub(publicBaseUrl);
        await hub.InitializeAsync();
        return hub;
    }

    private static string NameOf(string cookie) => cookie.Split('=')[0];

    /// <summary>All that a person gets by signing in with the form.</summary>
    private static async Task<List<string>> All(HollowHub hub, string origin)
    {
        var (pair, field) = await hub.Pair();
        using var page = await hub.Send(HttpMethod.Get, "/sign-in?lang=fr", cookies: null);
        using var form = new FormUrlEncodedContent([field, new("key", HollowHub.Key)]);
        using var signedIn = await hub.Send(HttpMethod.Post, "/sign-in", pair, form, ("Origin", origin));
        return
        [
            .. HollowHub.CookiesOf(page).Concat(HollowHub.CookiesOf(signedIn)).DistinctBy(NameOf).OrderBy(NameOf, StringComparer.Ordinal),
        ];
    }
}
