using System.Text.Json.Nodes;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Mail.Graph;

public sealed class GraphOnTheSandbox(Campus campus) : MailboxContract, IClassFixture<Campus>, IAsyncLifetime
{
    internal override IMailbox Mailbox => campus.Hub.Mailbox("graph");

    internal override Institution Institution => campus.Institution;

    internal override Connection Connection => campus.Connection(ConnectionRole.Mail);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Fact]
    public async Task The_message_is_accessible_HTML_in_the_learners_language_and_carries_its_notice_id()
    {
        await Mailbox.Send(Institution, Connection, Message("mail-42"), Cancellation);

        var mail = await Received("mail-42");
        var html = mail["content"]!.GetValue<string>();
        mail["to"]![0]!.GetValue<string>().ShouldBe("amelie.gagnon@example.ca");
        mail["subject"]!.GetValue<string>().ShouldBe("Votre microcertification");
        mail["contentType"]!.GetValue<string>().ShouldBe("html", StringCompareShould.IgnoreCase);
        html.ShouldContain("<html lang=\"fr\">");
        html.ShouldContain("réussi &lt;Analyse de l’eau&gt; &amp; plus.");
        html.ShouldContain(">Voir ma microcertification</a>");
        html.ShouldContain(">https://badges.example.ca/public/assertions/1?x=1&amp;y=2</a>");
    }

    [Theory]
    [InlineData(503, OutsideFault.Unavailable, 1)]
    [InlineData(504, OutsideFault.Unavailable, 1)]
    [InlineData(403, OutsideFault.Unauthorised, 1)]
    [InlineData(400, OutsideFault.Refused, 1)]
    [InlineData(429, OutsideFault.Throttled, 2)]
    public async Task Only_a_request_to_slow_down_is_posted_again(int status, OutsideFault expected, int posts)
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "status",
                method = "POST",
                status,
            });
        await campus.Forget();

        var fault = await Should.ThrowAsync<OutsideException>(() => Mailbox.Send(Institution, Connection, Message(), Cancellation));

        fault.Fault.ShouldBe(expected);
        (await campus.Requests("graph", "POST", "/sendMail")).ShouldBe(posts);
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_queue()
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "status",
                method = "POST",
                status = 429,
                retryAfter = 120,
            });
        await campus.Forget();

        var fault = await Should.ThrowAsync<OutsideException>(() => Mailbox.Send(Institution, Connection, Message(), Cancellation));

        fault.Fault.ShouldBe(OutsideFault.Throttled);
        fault.RetryAfter.ShouldBe(TimeSpan.FromSeconds(120));
        (await campus.Requests("graph", "POST", "/sendMail")).ShouldBe(1);
    }

    [Fact]
    public async Task A_dropped_connection_is_an_outage()
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "drop",
                method = "POST",
            });

        (await Should.ThrowAsync<OutsideException>(() => Mailbox.Send(Institution, Connection, Message(), Cancellation))).Fault.ShouldBe(
            OutsideFault.Unavailable);
    }

    [Fact]
    public async Task Anything_but_accepted_is_no_success()
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "lie",
                method = "POST",
            });

        (await Should.ThrowAsync<OutsideException>(() => Mailbox.Send(Institution, Connection, Message(), Cancellation))).Fault.ShouldBe(
            OutsideFault.Unreadable);
    }

    [Fact]
    public async Task A_refused_token_is_forgotten_and_the_message_sent()
    {
        await Mailbox.Send(Institution, Connection, Message(), Cancellation);
        campus.Hub.Tokens.Spoil();

        await Mailbox.Send(Institution, Connection, Message("mail-43"), Cancellation);

        (await Received("mail-43")).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_error_and_the_log_name_neither_learner_nor_mailbox_nor_secret()
    {
        await campus.Fail(
            new
            {
                system = "graph",
                effect = "status",
                method = "POST",
                status = 400,
            });

        var fault = await Should.ThrowAsync<OutsideException>(() => Mailbox.Send(Institution, Connection, Message(), Cancellation));

        foreach (var said in campus.Hub.Log.Append(fault.ToString()))
        {
            said.ShouldNotContain("example.ca");
            said.ShouldNotContain("graph-secret");
        }
    }

    private async Task<JsonNode> Received(string notice) =>
        (await campus.State("mail"))
            .AsArray()
            .Single(m =>
                m!["headers"]!
                    .AsArray()
                    .Any(h => h!["name"]!.GetValue<string>() == "x-integrationhub-notice" && h["value"]!.GetValue<string>() == notice))!;
}
