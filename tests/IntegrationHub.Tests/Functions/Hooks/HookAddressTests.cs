using System.Net;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Hooks;

/// <summary>A hook's address asked by others than POST.</summary>
public sealed class HookAddressTests(HookHub hub) : IClassFixture<HookHub>
{
    [Theory]
    [InlineData("asking", "*")]
    [InlineData("asking-slowly", "120")]
    [InlineData("asking-slowly~key", "120")]
    public async Task Who_sends_cloudevents_may_ask_first_and_hears_the_rate(string source, string rate)
    {
        using var answer = await Ask(source, "events.example.ca");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("WebHook-Allowed-Origin").ShouldBe(["events.example.ca"]);
        answer.Headers.GetValues("WebHook-Allowed-Rate").ShouldBe([rate]);
        answer.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task The_answer_lets_nobody_in()
    {
        using var asked = await Ask("asking", "events.example.ca");
        using var sent = await hub.Deliver("asking", "{}", bearer: "guessed");

        sent.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://events.example.ca/")]
    [InlineData("two, origins")]
    public async Task Who_does_not_say_which_host_asks_is_told_to(string? origin)
    {
        using var answer = await Ask("asking", origin);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("WebHook-Allowed-Origin").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("WebHook-Request-Origin");
    }

    [Theory]
    [InlineData("bearer", HttpStatusCode.MethodNotAllowed)]
    [InlineData("nothing", HttpStatusCode.NotFound)]
    public async Task Other_sources_promise_nothing(string source, HttpStatusCode expected)
    {
        using var answer = await Ask(source, "events.example.ca");

        answer.StatusCode.ShouldBe(expected);
        answer.Headers.Contains("WebHook-Allowed-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("fr-CA", "par POST")]
    [InlineData("en", "by POST")]
    public async Task Who_opens_it_in_a_browser_reads_what_it_is_for(string language, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hooks/lacnord/bearer");
        request.Headers.Add("Accept-Language", language);

        using var answer = await hub.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["POST"]);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(said);
    }

    [Fact]
    public async Task A_wrong_address_shows_as_one()
    {
        using var answer = await hub.Http.GetAsync("/hooks/lacnord/bearr");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_headers_alone_are_answered_alike()
    {
        using var answer = await hub.Http.SendAsync(new(HttpMethod.Head, "/hooks/lacnord/bearer"));

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private Task<HttpResponseMessage> Ask(string source, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, $"/hooks/lacnord/{source}");
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("WebHook-Request-Origin", origin);
        return hub.Http.SendAsync(request);
    }
}
