using IntegrationHub.Console;
using IntegrationHub.Console.Home;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Home;

public class RefreshTests
{
    private static readonly IReadOnlyList<AwardView> Awards = [Samples.WithFailedTranscript()];
    private static readonly IReadOnlyList<AttentionItem> Attention = [Samples.UnknownLearner];

    [Fact]
    public async Task A_list_that_the_browser_has_is_not_sent_again()
    {
        var seen = await SeenIn("list");

        ConsolePages.HomeList(Pages.Context(), Awards, Attention, seen).ShouldBeOfType<NoContent>();
        ConsolePages.HomeList(Pages.Context(), [Samples.View()], Attention, seen).ShouldBeOfType<RazorComponentResult<HomeListUpdate>>();
        ConsolePages.HomeList(Pages.Context(), Awards, [], seen).ShouldBeOfType<RazorComponentResult<HomeListUpdate>>();
        ConsolePages.HomeList(Pages.Context(), Awards, Attention, null).ShouldBeOfType<RazorComponentResult<HomeListUpdate>>();
    }

    [Fact]
    public async Task Attention_is_sent_again_when_something_happens_once_more()
    {
        var seen = await SeenIn("attention");

        ConsolePages.HomeAttention(Pages.Context(), Attention, seen).ShouldBeOfType<NoContent>();
        ConsolePages
            .HomeAttention(Pages.Context(), [Samples.UnknownLearner with { Count = 4 }], seen)
            .ShouldBeOfType<RazorComponentResult<HomeAttention>>();
    }

    [Fact]
    public async Task A_refreshed_list_brings_the_counts_along()
    {
        var html = await Pages.Render<HomeListUpdate>("en", ("Awards", Awards), ("Attention", Attention));

        html.ShouldStartWith("<section id=\"list\"");
        html.ShouldContain("<ul class=\"counts\" id=\"counts\" hx-swap-oob=\"true\"");
    }

    [Fact]
    public async Task A_form_a_person_fills_in_is_no_part_of_the_list()
    {
        var html = await Pages.Render<HomeListUpdate>("en", ("Awards", Awards), ("Attention", Attention));

        html.ShouldNotContain("studentNumber");
    }

    [Fact]
    public void A_wrong_key_is_unauthorised_and_a_missing_page_not_found()
    {
        Status(ConsolePages.SignIn(Pages.Context(), wrongKey: true)).ShouldBe(401);
        Status(ConsolePages.NotFound(Pages.Context())).ShouldBe(404);
        Status(ConsolePages.Problem(Pages.Context(), Problem.SisUnavailable)).ShouldBe(503);
    }

    private static int? Status(IResult result) => ((IStatusCodeHttpResult)result).StatusCode;

    private static async Task<string> SeenIn(string part)
    {
        var html = await Pages.Render<HomePage>("en", ("Awards", Awards), ("Attention", Attention));
        var address = html.Split($"hx-get=\"/home/{part}?seen=")[1];
        return address[..address.IndexOf('&')];
    }
}
