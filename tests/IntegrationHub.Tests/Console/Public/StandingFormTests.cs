using System.Net;
using IntegrationHub.Core.Credentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Public;

public sealed class StandingFormTests : IAsyncLifetime
{
    private PublicHub _hub = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await PublicHub.Start();
        _hub.SignIn();
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("suspend", Standing.Suspended)]
    [InlineData("revoke", Standing.Revoked)]
    public async Task A_person_suspends_or_revokes_with_a_reason(string act, Standing standing)
    {
        var (id, page) = await Issue();

        var answer = await _hub.Post(page, $"{page}/credential/{act}?lang=en", ("reason", " issued  by mistake "), ("sure", "yes"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var change = StandingChange.Parse(_hub.Sent.ShouldHaveSingleItem().Ref);
        (change.Credential, change.To, change.Reason).ShouldBe((id, standing, "issued by mistake"));
        Pages.Words(await _hub.Page(answer.Headers.Location!.OriginalString)).ShouldContain("Your word on the credential is on its way");
    }

    [Fact]
    public async Task A_suspension_can_be_lifted()
    {
        var (id, page) = await Issue();
        await _hub.Say(id, Standing.Suspended, "under review");
        Pages.Words(await _hub.Page($"{page}?lang=en")).ShouldContain("Reason given: under review");

        await _hub.Post(page, $"{page}/credential/resume");

        StandingChange.Parse(_hub.Sent.ShouldHaveSingleItem().Ref).To.ShouldBe(Standing.Valid);
    }

    [Fact]
    public async Task What_is_revoked_offers_no_form_any_more()
    {
        var (id, page) = await Issue();
        await _hub.Say(id, Standing.Revoked, "issued by mistake");

        var html = await _hub.Page($"{page}?lang=en");

        html.ShouldNotContain("/credential/");
        Pages.Words(html).ShouldContain("It is revoked; that is for good.");
    }

    [Theory]
    [InlineData("revoke", "because", "", HttpStatusCode.BadRequest, "A revocation is for good. Go back and tick the box if you are sure.")]
    [InlineData("suspend", "  ", "yes", HttpStatusCode.BadRequest, "Go back and say why: everybody who looks at the credential will see it.")]
    [InlineData("resume", "", "", HttpStatusCode.Conflict, "The credential stands like this already")]
    public async Task What_cannot_be_done_is_said_in_words(string act, string reason, string sure, HttpStatusCode status, string said)
    {
        var (_, page) = await Issue();

        var answer = await _hub.Post(page, $"{page}/credential/{act}?lang=en", ("reason", reason), ("sure", sure));

        answer.StatusCode.ShouldBe(status);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain(said);
        _hub.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_award_without_a_credential_of_ours_shows_none_and_none_can_be_changed()
    {
        var (_, page) = await Issue();
        const string other = "/awards/lacnord-k3j9-0";

        var answer = await _hub.Post(page, $"{other}/credential/revoke?lang=en", ("reason", "because"), ("sure", "yes"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("The hub issued no credential for this award.");
    }

    private async Task<(CredentialId Id, string Page)> Issue()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        return (id, $"/awards/{(await _hub.Of(id)).Award}");
    }
}
