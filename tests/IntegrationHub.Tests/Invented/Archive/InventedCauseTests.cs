using System.Text.Json;
using IntegrationHub.Console.Home;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Functions.Api;
using IntegrationHub.Storage;
using IntegrationHub.Tests.Cli;
using IntegrationHub.Tests.Console;
using IntegrationHub.Testing.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Invented.Archive;

/// <summary>A new cause is its type and one line of registration: everything that shows or settles items then knows it.</summary>
public sealed class InventedCauseTests : IAsyncLifetime
{
    private readonly Campus _campus = new(add: services => services.AddSingleton<Cause, FloodedArchive>());

    private AttentionItem Item => _campus.Attention.ShouldHaveSingleItem();

    public async ValueTask InitializeAsync()
    {
        await _campus.Get<AttentionRaiser>().Raise(FloodedArchive.Of(OneInstitution.Id, "lms"), default);
        await _campus.Work();
    }

    [Fact]
    public void The_channel_hears_of_it()
    {
        var card = _campus.Outside.Cards.ShouldHaveSingleItem();
        card.Title.En.ShouldBe("Flooded archive");
        card.Facts[^1].Value.Fr.ShouldBe("Pompez, puis réessayez.");
    }

    [Fact]
    public void It_is_read_from_its_row_by_its_name()
    {
        var row = JsonSerializer.Deserialize(JsonSerializer.Serialize(ItemRow.Of(Item), Json.Default.ItemRow), Json.Default.ItemRow)!;
        row.Cause.ShouldBe("FloodedArchive");

        var read = row.Item(OneInstitution.Id, new Causes(_campus.Get<IEnumerable<Cause>>()).Of(row.Cause));

        (read.Id, read.Cause, read.Subject).ShouldBe((Item.Id, new FloodedArchive(), new SourceSubject("lms")));
    }

    [Theory]
    [InlineData("en", "Flooded archive", "Pump, then retry.", "Retry", "Put aside for 30 days", "Dismiss")]
    [InlineData("fr", "Archives inondées", "Pompez, puis réessayez.", "Réessayer", "Mettre de côté pour 30 jours", "Écarter")]
    public async Task The_page_shows_it_with_its_commands(string language, params string[] said)
    {
        IReadOnlyList<AttentionItem> items = [Item];
        var html = await Pages.Render<HomePage>(language, ("Awards", Array.Empty<AwardView>()), ("Attention", items));

        foreach (var piece in said)
            Pages.Words(html).Replace('\u00a0', ' ').ShouldContain(piece);
        foreach (var command in (string[])["retry", "aside", "dismiss"])
            html.ShouldContain($"""action="/attention/{OneInstitution.Id}/{Item.Id}/{command}?lang={language}">""");
    }

    [Fact]
    public async Task The_api_and_the_command_line_list_its_commands()
    {
        var answer = Item.ToApi();
        answer.Cause.ShouldBe("floodedArchive");
        answer.Commands.ShouldBe(
        [
            new("retry", "item", $"/api/attention/{OneInstitution.Id}/{Item.Id}/retry"),
            new("aside", "item", $"/api/attention/{OneInstitution.Id}/{Item.Id}/aside"),
            new("dismiss", "item", $"/api/attention/{OneInstitution.Id}/{Item.Id}/dismiss"),
        ]);

        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Answers.Send(new[] { answer })));
        using var cli = hub.Cli();
        (await cli.Run("attention")).ShouldBe(0);

        foreach (var said in (string[])["Flooded archive", "attention retry", "attention aside", "attention dismiss"])
            cli.Output.ShouldContain(said);
    }

    [Fact]
    public async Task Its_commands_settle_it()
    {
        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.Sent);
        await _campus.Work();
        _campus.Attention.ShouldBeEmpty();

        await InitializeAsync();
        (await _campus.Dismiss(Item.Id)).ShouldBe(DismissVerdict.Dismissed);
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public void A_release_that_does_not_know_it_shows_it_and_lets_nobody_dismiss_it()
    {
        var unknown = new Causes([]).Of("FloodedArchive");
        var item = Item with { Cause = unknown, Subject = unknown.Read(Item.Subject.Row) };

        item.Id.ShouldBe(Item.Id);
        item.Cause.Title.En.ShouldBe("“FloodedArchive”: raised by a newer release of the hub");
        item.Commands.ShouldBe([ItemCommand.PutAside]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
