using System.Net;
using IntegrationHub.Tests.Functions.Security;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions;

/// <summary>
/// HEAD is what link checkers and previews ask: on every address that GET answers it says the same and sends nothing (RFC 9110, 9.3.2).
/// </summary>
public sealed class HeadTests(HollowHub hub) : IClassFixture<HollowHub>
{
    /// <summary>
    /// How a body is cut for the way, or that there is none: what is known only of what is sent may be left out (RFC 9110, 9.3.2).
    /// </summary>
    private static readonly string[] Framing = ["Transfer-Encoding: chunked", "Content-Length: 0"];

    public enum Who
    {
        Nobody,
        Key,
        Session,
    }

    public static TheoryData<string> Shown => [.. HollowHub.Routes.Where(route => route.Method == "GET").Select(route => route.Path)];

    [Fact]
    public void Enough_addresses_are_asked() => Shown.Count.ShouldBeGreaterThan(30);

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task HEAD_has_the_status_and_the_headers_of_GET_and_no_body(string path)
    {
        foreach (var who in Enum.GetValues<Who>())
        {
            using var shown = await Ask(HttpMethod.Get, path, who);
            using var told = await Ask(HttpMethod.Head, path, who);

            told.StatusCode.ShouldBe(shown.StatusCode, $"{who} at {path}");
            Headers(told).ShouldBe(Headers(shown), ignoreOrder: true, $"{who} at {path}");
            (await told.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Who_is_sent_to_sign_in_comes_back_to_the_page()
    {
        using var told = await Ask(HttpMethod.Head, "/awards/x?from=mail", Who.Nobody);

        told.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        told.Headers.Location!.ToString().ShouldEndWith("next=%2Fawards%2Fx%3Ffrom%3Dmail");
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, Who who) => who switch
    {
        Who.Key => await hub.Send(method, path, cookies: null, headers: ("Authorization", $"Bearer {HollowHub.Key}")),
        Who.Session => await hub.Send(method, path, await hub.SignIn()),
        _ => await hub.Send(method, path, cookies: null),
    };

    /// <summary>A cookie is new with every answer: of it only the name and the attributes count.</summary>
    private static IEnumerable<string> Headers(HttpResponseMessage answer) =>
        from header in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
        where header.Key != "Date"
        from value in header.Value
        let line = $"{header.Key}: {(header.Key == "Set-Cookie" ? $"{value.Split('=')[0]}{value[value.IndexOf(';')..]}" : value)}"
        where !Framing.Contains(line)
        select line;
}
