using IntegrationHub.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Attention;

public sealed class AttentionTests
{
    [Theory]
    [InlineData("retry")]
    [InlineData("waive")]
    [InlineData("aside")]
    [InlineData("restore")]
    [InlineData("dismiss", """{"reason":"done by hand"}""", "--reason", "done by hand")]
    [InlineData("identify", """{"studentNumber":"900100001"}""", "--student-number", "900100001")]
    public async Task An_act_on_an_item_is_asked_for_in_the_items_institution(string act, string sent = "", params string[] more)
    {
        var (asked, body) = ("", "");
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/attention", () => Answers.Send(new[] { Answers.Item }));
            app.MapPost($"/api/attention/{{institution}}/{{id}}/{act}", async (string institution, string id, HttpRequest request) =>
            {
                (asked, body) = ($"{institution}/{id}", await new StreamReader(request.Body).ReadToEndAsync());
                return Answers.Send(new ActResponse(id), status: 202);
            });
        });
        using var cli = hub.Cli();

        (await cli.Run(["attention", act, "i1", .. more])).ShouldBe(0);

        asked.ShouldBe("lacnord/i1");
        body.ShouldBe(sent);
        cli.Output.ShouldNotBeEmpty();
        (await cli.Run(["attention", act, "i2", .. more])).ShouldBe(1);
        cli.Errors.ShouldContain("i2");
    }

    [Fact]
    public async Task What_was_dismissed_is_listed_with_the_reason()
    {
        var item = Answers.Item with { Dismissed = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), DismissalReason = "done by hand" };
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", (bool? dismissed) =>
            Answers.Send(dismissed == true ? [item] : Array.Empty<AttentionItemResponse>())));
        using var cli = hub.Cli();

        (await cli.Run("attention", "--dismissed")).ShouldBe(0);
        cli.Output.ShouldContain("done by hand");

        (await cli.Run("attention")).ShouldBe(0);
        cli.Output.ShouldContain("Nothing to settle.");
    }

    [Fact]
    public async Task What_needs_a_person_is_listed_with_what_to_do()
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Answers.Send(new[] { Answers.Item })));
        using var cli = hub.Cli();

        (await cli.Run("attention")).ShouldBe(0);

        foreach (var said in (string[])["lacnord/i1", "moodle", "Unknown learner", "lmsId 390", "2026-03-01 12:00:00Z", "Say who it is"])
            cli.Output.ShouldContain(said);
    }

    [Fact]
    public async Task Work_that_failed_is_said_in_the_language_of_the_terminal_with_its_award_and_its_learner()
    {
        var item = Answers.Item with { Subject = null, Work = new("Émettre l’insigne", "Issue the badge"), Award = "a1", Learner = "L1" };
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Answers.Send(new[] { item })));
        using var cli = hub.Cli();
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("fr-CA");

        (await cli.Run("attention")).ShouldBe(0);

        foreach (var said in (string[])["Émettre l’insigne", "a1", "L1"])
            cli.Output.ShouldContain(said);
    }

    [Theory]
    [InlineData("identify", "item", "attention identify")]
    [InlineData("approve", "award", "award approve a1")]
    [InlineData("replay", "step", "replay a1 badge")]
    public async Task What_an_item_offers_is_shown_as_it_is_typed(string name, string on, string typed)
    {
        var item = Answers.Item with { Award = "a1", Step = "badge", Commands = [new(name, on, $"/api/{name}")] };
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Answers.Send(new[] { item })));
        using var cli = hub.Cli();

        (await cli.Run("attention")).ShouldBe(0);

        cli.Output.ShouldContain(typed);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("waive")]
    [InlineData("aside")]
    [InlineData("dismiss", "--reason", "done by hand")]
    [InlineData("identify", "--student-number", "900100001")]
    public async Task An_id_that_two_institutions_have_is_nobodys_until_the_institution_is_named(string act, params string[] more)
    {
        var asked = new List<string>();
        await using var hub = await FakeHub.Start(app =>
        {
            app.MapGet("/api/attention", () => Answers.Send(new[] { Answers.Item, Answers.Item with { Institution = "rive" } }));
            app.MapPost($"/api/attention/{{institution}}/{{id}}/{act}", (string institution, string id) =>
            {
                asked.Add($"{institution}/{id}");
                return Answers.Send(new ActResponse(id), status: 202);
            });
        });
        using var cli = hub.Cli();

        (await cli.Run(["attention", act, "i1", .. more])).ShouldBe(1);
        asked.ShouldBeEmpty();
        cli.Errors.ShouldContain("lacnord/i1, rive/i1");

        (await cli.Run(["attention", act, "rive/i1", .. more])).ShouldBe(0);
        asked.ShouldBe(["rive/i1"]);
    }

    [Theory]
    [InlineData("/i1")]
    [InlineData("rive/")]
    [InlineData("rive/i1/x")]
    public async Task What_names_no_item_is_refused_without_asking_for_an_act(string item)
    {
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Answers.Send(new[] { Answers.Item })));
        using var cli = hub.Cli();

        (await cli.Run("attention", "aside", item)).ShouldBe(1);
        cli.Errors.ShouldContain($"There is no open item {item}");
    }
}
