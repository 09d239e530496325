using IntegrationHub.Console;
using IntegrationHub.Console.Sources;
using IntegrationHub.Core.Intake;
using IntegrationHub.Testing.Console;
using Microsoft.AspNetCore.Http.HttpResults;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Sources;

public class SourcePageTests
{
    [Fact]
    public async Task The_list_says_how_each_source_stands_and_leads_to_it()
    {
        var html = await Pages.Render<SourcesPage>("en", ("Sources", SourceSamples.All));

        Pages.Words(html).ShouldContain("moodle Lac-Nord College Moodle username and password (Basic)");
        Pages.Words(html).ShouldContain("never ○ no delivery yet");
        html.ShouldContain("href=\"/sources/lacnord/canvas?lang=en\"");
    }

    [Fact]
    public async Task A_hub_without_sources_says_what_to_do() =>
        Pages.Words(await Pages.Render<SourcesPage>("fr", ("Sources", Array.Empty<SourceView>()))).ShouldContain("./hub lint");

    [Fact]
    public async Task The_steps_name_what_is_pasted_where_in_that_lms()
    {
        var words = Pages.Words(await Show("en", SourceSamples.Canvas));

        words.ShouldContain("In Canvas, open Admin, the root account, Settings, then the Data Streams tab");
        words.ShouldContain("paste this address under URL: https://hub.example.ca/hooks/lacnord/canvas");
        words.ShouldContain("Tick Sign Payload.");
    }

    [Fact]
    public async Task Secrets_are_said_to_be_there_or_not_and_until_when_the_one_before_counts()
    {
        var words = Pages.Words(await Show("en", SourceSamples.Moodle));

        words.ShouldContain("password LACNORD_MOODLE_PASSWORD present Previous value valid until March\u00a08, 2026");
        words.ShouldContain("user LACNORD_MOODLE_USER missing");
        words.ShouldContain("./hub sources secret lacnord/moodle");
    }

    [Fact]
    public async Task A_secret_address_is_shown_with_the_name_of_its_setting()
    {
        var html = await Show("en", SourceSamples.New);

        html.ShouldContain("value=\"https://hub.example.ca/hooks/lacnord/cours~LACNORD_COURS_ADDRESS\"");
        Pages.Words(html).ShouldContain("In this address, LACNORD_COURS_ADDRESS is the name of a setting");
    }

    [Fact]
    public async Task Where_nothing_was_heard_the_page_says_what_to_do() =>
        Pages.Words(await Show("en", SourceSamples.New)).ShouldContain("No deliveries yet. Follow the steps above");

    [Fact]
    public async Task Each_delivery_says_why_it_was_accepted_ignored_or_refused()
    {
        var words = Pages.Words(await Show("en", SourceSamples.Moodle));

        words.ShouldContain("accepted grade_change ×2, course_completed Completions being processed: 3");
        words.ShouldContain("test passed test The connection works.");
        words.ShouldContain("refused unknown Its authentication does not match this source.");
        words.ShouldContain(
            "unreadable grade_change ×2, course_completed Kept for a person to review. The body is not the JSON it should be. "
                + "Tracking ID kx3qb7"
        );
    }

    [Fact]
    public async Task A_test_event_is_sent_by_a_button_where_the_hub_can_sign_it()
    {
        (await Show("en", SourceSamples.Moodle)).ShouldContain("""<form method="post" action="/sources/lacnord/moodle/test?lang=en">""");

        var canvas = await Show("en", SourceSamples.Canvas);
        canvas.ShouldNotContain("/sources/lacnord/canvas/test");
        Pages.Words(canvas).ShouldContain("grade an assignment of a test student");
    }

    [Fact]
    public async Task What_came_of_a_test_is_said_and_trouble_is_an_alert()
    {
        (await Show("en", SourceSamples.Moodle, TestOutcome.Taken, 200)).ShouldContain(
            "<p class=\"banner\" role=\"status\">The test succeeded");
        (await Show("en", SourceSamples.Moodle, TestOutcome.NotTaken, 401)).ShouldContain(
            "<p class=\"banner\" role=\"alert\">The hub did not accept the test (HTTP status 401)");
    }

    [Fact]
    public async Task The_deliveries_refresh_themselves_and_are_not_sent_again_unchanged()
    {
        var html = await Show("en", SourceSamples.Moodle);
        var address = html.Split("hx-get=\"/sources/lacnord/moodle/heard?seen=")[1];
        var seen = address[..address.IndexOf('&')];

        ConsolePages.SourceHeard(Pages.Context(), SourceSamples.Moodle, seen).ShouldBeOfType<NoContent>();
        var more = SourceSamples.Moodle with
        {
            Record = SourceSamples.Moodle.Record with
            {
                Latest = [SourceSamples.Heard(IntakeVerdict.Accepted) with { At = Samples.Earned.AddMinutes(1) }],
            },
        };
        ConsolePages.SourceHeard(Pages.Context(), more, seen).ShouldBeOfType<RazorComponentResult<SourceHeard>>();
    }

    private static Task<string> Show(string language, SourceView view, TestOutcome? outcome = null, int? status = null) =>
        Pages.Render<SourcePage>(language, ("View", view), ("Outcome", outcome), ("Status", status));
}
