using System.Net;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Learners;

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
    [InlineData("suspend", ActKind.Suspend)]
    [InlineData("revoke", ActKind.Revoke)]
    public async Task A_person_suspends_or_revokes_with_a_reason(string act, ActKind kind)
    {
        var (_, page) = await Issue();

        var answer = await _hub.Post(page, $"{page}/acts/{act}?lang=en", ("reason", " issued  by mistake "), ("sure", "yes"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var command = _hub.Sent.ShouldHaveSingleItem().Message.ShouldBeOfType<ActDecided>();
        (command.Act.Kind, command.Act.Reason).ShouldBe((kind, "issued by mistake"));
        Pages.Words(await _hub.Page(answer.Headers.Location!.OriginalString)).ShouldContain("The hub is applying your decision.");
    }

    [Fact]
    public async Task A_suspension_can_be_lifted()
    {
        var (id, page) = await Issue();
        await _hub.Say(id, CredentialStatus.Suspended, "under review");
        Pages.Words(await _hub.Page($"{page}?lang=en")).ShouldContain("Reason: under review");

        await _hub.Post(page, $"{page}/acts/resume");

        _hub.Sent.ShouldHaveSingleItem().Message.ShouldBeOfType<ActDecided>().Act.Kind.ShouldBe(ActKind.Uphold);
    }

    [Fact]
    public async Task What_is_revoked_can_only_be_awarded_again()
    {
        var (id, page) = await Issue();
        await _hub.Say(id, CredentialStatus.Revoked, "issued by mistake");

        var html = await _hub.Page($"{page}?lang=en");

        html.ShouldContain("/acts/reaward");
        html.ShouldNotContain("/acts/suspend");
        Pages.Words(html).ShouldContain("The credential is permanently revoked.");
    }

    [Fact]
    public async Task What_waits_for_approval_is_approved_or_declined()
    {
        var (id, page) = await Issue();
        await _hub.Put(id, AwardState.AwaitingApproval, hasBegun: false);

        var html = await _hub.Page($"{page}?lang=en");
        html.ShouldContain("/acts/approve");
        html.ShouldContain("/acts/decline");
        Pages.Words(html).ShouldContain("awaiting approval");
        await _hub.Post(page, $"{page}/acts/approve");

        _hub.Sent.ShouldHaveSingleItem().Message.ShouldBeOfType<ActDecided>().Act.Kind.ShouldBe(ActKind.Approve);
    }

    /// <summary>A release before this one let what was issued fall back: there is nothing to approve any more.</summary>
    [Fact]
    public async Task What_was_issued_is_upheld_suspended_or_revoked_although_it_waits()
    {
        var (id, page) = await Issue();
        await _hub.Put(id, AwardState.AwaitingApproval);

        var html = await _hub.Page($"{page}?lang=en");

        foreach (var act in new[] { "uphold", "suspend", "revoke", "move" })
            html.ShouldContain(act == "move" ? "/move" : $"/acts/{act}");
        html.ShouldNotContain("/acts/approve");
        html.ShouldNotContain("/acts/decline");
    }

    [Theory]
    [InlineData(
        "revoke",
        "because",
        "",
        HttpStatusCode.BadRequest,
        "A revocation is permanent. If you are sure, go back and select the checkbox.")]
    [InlineData(
        "suspend",
        "  ",
        "yes",
        HttpStatusCode.BadRequest,
        "Go back and give a reason. Everyone who views the credential will see it.")]
    [InlineData("resume", "", "", HttpStatusCode.Conflict, "The credential already has that status")]
    [InlineData("approve", "", "", HttpStatusCode.Conflict, "That is not possible for the award in its current status")]
    public async Task What_cannot_be_done_is_said_in_words(string act, string reason, string sure, HttpStatusCode status, string said)
    {
        var (_, page) = await Issue();

        var answer = await _hub.Post(page, $"{page}/acts/{act}?lang=en", ("reason", reason), ("sure", sure));

        answer.StatusCode.ShouldBe(status);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain(said);
        _hub.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_award_that_is_not_there_cannot_be_changed()
    {
        var (_, page) = await Issue();

        var answer = await _hub.Post(page, "/awards/lacnord-k3j9-0/acts/revoke?lang=en", ("reason", "because"), ("sure", "yes"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Pages.Words(await answer.Content.ReadAsStringAsync()).ShouldContain("There is no such award");
    }

    private async Task<(CredentialId Id, string Page)> Issue()
    {
        var id = await _hub.Issue(PublicSamples.Maika);
        return (id, $"/awards/{(await _hub.Of(id)).Award}");
    }
}
