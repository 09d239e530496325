using System.Net;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Credentials;

/// <summary>
/// What the public sees of an institution whose files were never good: not that there is nothing, but that it is not the moment.
/// </summary>
public sealed class OutOfForceTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await PublicHub.Start();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Its_addresses_ask_to_come_back_and_its_neighbours_answer()
    {
        var (id, next) = (await _hub.Issue(PublicSamples.Maika), await _hub.IssueNextDoor(PublicSamples.Maika));
        var token = _hub.TokenOf(id);
        string[] addresses =
        [
            $"/credentials/{id}",
            $"/credentials/{id}.json",
            $"/credentials/{id}.png",
            $"/verify/{id}",
            $"/learner/{token}",
            $"/learner/{token}/survey",
            $"/learner/{token}/withdraw",
            $"/learner/{token}/files/credential.json",
            "/issuers/lacnord",
            "/issuers/lacnord/did.json",
            "/issuers/lacnord/status/revocation-0",
            "/issuers/lacnord/logo",
            "/issuers/lacnord/colours.css",
        ];
        _hub.IsOut = true;

        foreach (var address in addresses)
        {
            using var answer = await _hub.Visitor.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, address);
            answer.Headers.RetryAfter.ShouldNotBeNull(address);
        }

        foreach (var address in new[] { $"/credentials/{next}", "/issuers/rivieres/did.json" })
        {
            using var answer = await _hub.Visitor.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Theory]
    [InlineData("fr", "Momentanément indisponible")]
    [InlineData("en", "Temporarily unavailable")]
    public async Task Its_pages_say_so_and_that_it_says_nothing_of_the_credential(string language, string said)
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        _hub.IsOut = true;

        using var answer = await _hub.Visitor.GetAsync($"/credentials/{id}?lang={language}");

        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain(said);
    }

    [Theory]
    [InlineData("/credentials/nobody-AAAAAFGHJKMNPQRSTVWXYZ2345")]
    [InlineData("/issuers/nobody/did.json")]
    [InlineData("/learner/nobody-AAAAAFGHJKMNPQRSTVWXYZ2345-AAAA")]
    public async Task What_never_was_is_not_found(string address)
    {
        _hub.IsOut = true;
        using var answer = await _hub.Visitor.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
