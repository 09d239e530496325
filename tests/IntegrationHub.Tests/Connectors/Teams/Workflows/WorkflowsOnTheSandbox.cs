using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Teams.Workflows;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Teams.Workflows;

public sealed class WorkflowsOnTheSandbox(Campus campus) : ChannelContract, IClassFixture<Campus>, IAsyncLifetime
{
    internal override IChannel Channel => campus.Hub.Channel("workflows");

    internal override Institution Institution => campus.Institution;

    internal override Connection Connection => campus.Connection(ConnectionRole.Channel);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await campus.Heal();

    [Fact]
    public async Task The_card_speaks_French_and_English_and_says_its_tone_in_words()
    {
        await Channel.Post(Institution, Connection, Notice("notice-42") with { Tone = NoticeTone.Attention }, Cancellation);

        var card = (await campus.State("teams")).AsArray().Select(m => m!["card"]!).Single(c => c.ToJsonString().Contains("notice-42"));
        var text = card.ToJsonString(NoticeCard.Json);
        card["version"]!.GetValue<string>().ShouldBe("1.4");
        card["fallbackText"]!.GetValue<string>().ShouldBe("Microcertification délivrée · Micro-credential issued");
        foreach (var words in new[]
            {
                "À régler · Needs attention",
                "Micro-credential issued",
                "Analyse de l’eau",
                "Water sampling",
                "Ouvrir · Open",
            })
            text.ShouldContain(words);
        card["lang"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_name_cannot_smuggle_a_link_into_the_card()
    {
        await Channel.Post(
            Institution,
            Connection,
            Notice("notice-43") with
            {
                Title = new("[Cliquez](https://evil.example.ca)", "x"),
            },
            Cancellation);

        var card = (await campus.State("teams")).AsArray().Select(m => m!["card"]!).Single(c => c.ToJsonString().Contains("notice-43"));
        card["body"]![1]!["items"]![0]!["text"]!.GetValue<string>().ShouldBe(@"\[Cliquez\](https://evil.example.ca)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150)]
    [InlineData(5000)]
    public void The_message_never_exceeds_its_budget_and_says_what_it_left_out(int facts)
    {
        var notice = Notice() with
        {
            Title = new(new('é', 5000), new('e', 5000)),
            Facts =
            [
                .. Enumerable.Range(0, facts).Select(i => new ChannelFact(new($"É{i}", $"E{i}"), new(new('ü', 1000), new('[', 1000)))),
            ],
        };

        var message = NoticeCard.Message(notice);

        message.Length.ShouldBeLessThanOrEqualTo(NoticeCard.Budget);
        if (facts > 100)
            Encoding.UTF8.GetString(message).ShouldContain("See the link for more.");
        JsonNode.Parse(message)!["attachments"]![0]!["content"]!["type"]!.GetValue<string>().ShouldBe("AdaptiveCard");
    }

    [Theory]
    [InlineData(413, OutsideFault.Refused)]
    [InlineData(429, OutsideFault.Throttled)]
    [InlineData(502, OutsideFault.Unavailable)]
    public async Task An_error_inside_an_answer_of_success_is_read(int inner, OutsideFault expected)
    {
        await campus.Fail(
            new
            {
                system = "teams",
                effect = "lie",
                status = inner,
            });

        var fault = await Should.ThrowAsync<OutsideException>(() => Channel.Post(Institution, Connection, Notice(), Cancellation));

        fault.Fault.ShouldBe(expected);
        fault.Message.ShouldContain($"{inner}");
    }

    [Theory]
    [InlineData("status", 503, OutsideFault.Unavailable)]
    [InlineData("status", 401, OutsideFault.Unauthorised)]
    [InlineData("drop", null, OutsideFault.Unavailable)]
    public async Task A_post_is_made_once_and_its_address_stays_secret(string effect, int? status, OutsideFault expected)
    {
        await campus.Fail(
            new
            {
                system = "teams",
                effect,
                status,
            });
        await campus.Forget();

        var fault = await Should.ThrowAsync<OutsideException>(() => Channel.Post(Institution, Connection, Notice(), Cancellation));

        fault.Fault.ShouldBe(expected);
        (await campus.Requests("teams", "POST", "/registrar")).ShouldBe(1);
        foreach (var said in campus.Hub.Log.Append(fault.ToString()))
        {
            said.ShouldNotContain("teams-signature");
            said.ShouldNotContain("workflows/registrar");
        }
    }
}
