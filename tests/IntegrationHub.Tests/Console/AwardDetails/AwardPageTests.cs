using IntegrationHub.Console.AwardDetails;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.AwardDetails;

public class AwardPageTests
{
    [Fact]
    public async Task It_answers_why_this_is_on_the_record()
    {
        var words = Pages.Words(await Award("en", Samples.View()));

        words.ShouldContain(
            "The decision is based on the event “grade_change”, which the source “canvas” reported on March\u00a01, 2026, 10:05\u00a0p.m.");
        words.ShouldContain("Version 3 of the micro-credential’s rule was applied. Assessed attempts: 2.");
    }

    [Fact]
    public async Task It_still_answers_when_the_event_is_no_longer_kept() =>
        Pages
            .Words(await Award("en", Samples.View() with { Evidence = [] }))
            .ShouldContain("The decision is based on the event event-2, which is no longer stored.");

    [Fact]
    public async Task What_it_rests_on_is_named_with_its_days_and_what_settled_it_is_said()
    {
        var view = Samples.View();
        view = view with
        {
            Institution = view.Institution with
            {
                Recognised = new Dictionary<string, RecognisedCredential>
                {
                    ["rivers"] = new("rivers", new("Eaux", "Waters"), "did:web:rivers.example.ca", []),
                },
            },
            Parts =
            [
                new("safety", "lacnord-a1-0", 1, Samples.Earned.AddDays(-9), null, Samples.Earned, 0, 0),
                new("rivers", "https://rivers.example.ca/c/1", 1, Samples.Earned, Samples.Earned.AddYears(1), null, 0, 0),
            ],
            Award = view.Award with { Decision = view.Award.Decision with { EventId = "https://rivers.example.ca/c/1" } },
        };

        var words = Pages.Words(await Award("en", view));

        words.ShouldContain("The decision is based on “Waters”, earned on March\u00a01, 2026.");
        words.ShouldContain(
            "Waters did:web:rivers.example.ca · https://rivers.example.ca/c/1 earned on March\u00a01, 2026; valid until March\u00a01, 2027"
        );
        words.ShouldContain("safety earned on February\u00a020, 2026; not valid since March\u00a01, 2026");
    }

    [Fact]
    public async Task Evidence_shows_its_result_and_which_of_it_settled_the_decision()
    {
        var words = Pages.Words(await Award("en", Samples.View()));

        words.ShouldContain("grade_change canvas 30 of 50 (60%)");
        words.ShouldContain("grade_change basis of the decision canvas 46.25 of 50 (92.5%)");
        words.ShouldContain("course_completed moodle none");
    }

    [Fact]
    public async Task French_writes_numbers_the_French_way() =>
        Pages.Words(await Award("fr", Samples.View())).ShouldContain("46,25 sur 50 (92,5\u00a0%)");

    [Fact]
    public async Task A_step_shows_attempts_error_reference_and_next_attempt()
    {
        var words = Pages.Words(await Award("en", Samples.WithFailedTranscript("The section is closed.")));

        words.ShouldContain("Last error: The section is closed. Attempts 2");
        words.ShouldContain("Reference in the external system reference-Badge");
        words.ShouldContain("Next attempt March\u00a01, 2026, 10:35\u00a0p.m.");
    }

    [Fact]
    public async Task Steps_that_failed_or_wait_can_be_replayed_and_others_not()
    {
        var html = await Award("en", Samples.WithFailedTranscript());

        html.ShouldContain("/replay/transcript");
        html.ShouldContain("/replay/channel");
        html.ShouldNotContain("/replay/badge");
    }

    [Fact]
    public async Task The_timeline_tells_what_happened_to_which_step()
    {
        var words = Pages.Words(await Award("fr", Samples.View()));

        words.ShouldContain("Obtenu (événement event-2)");
        words.ShouldContain("Insigne\u00a0: Fait reference-Badge");
    }

    [Fact]
    public async Task It_refreshes_itself_until_everything_is_done()
    {
        (await Award("en", Samples.WithFailedTranscript())).ShouldContain("hx-get=\"/awards/lacnord-k3j9-0?lang=en\"");
        (await Award("en", Samples.View())).ShouldNotContain("hx-");
    }

    [Fact]
    public async Task A_credential_that_the_catalogue_has_no_more_goes_by_its_code() =>
        Pages.Words(await Award("en", Samples.View() with { MicroCredential = null })).ShouldContain("water-sampling");

    private static Task<string> Award(string language, AwardView view) => Pages.Render<AwardPage>(language, ("View", view));
}
