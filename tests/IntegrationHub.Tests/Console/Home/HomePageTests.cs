using IntegrationHub.Console.Home;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Console;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Console.Home;

public class HomePageTests
{
    [Fact]
    public async Task A_failed_step_shows_its_reason_and_a_replay_button()
    {
        var html = await Home("en", [Samples.WithFailedTranscript("The section is closed.")], []);

        Pages.Words(html).ShouldContain("Transcript entry failed: The section is closed.");
        html.ShouldContain("""<form method="post" action="/awards/lacnord-k3j9-0/replay/transcript?lang=en">""");
        html.ShouldNotContain("/replay/badge");
    }

    [Fact]
    public async Task An_award_shows_its_learner_its_title_and_its_day_in_the_institutions_zone()
    {
        var html = await Home("fr", [Samples.View()], []);

        var words = Pages.Words(html);
        words.ShouldContain("Maïka Okemaw 20260001");
        words.ShouldContain("Échantillonnage de l’eau");
        words.ShouldContain("1er\u00a0mars\u00a02026");
        html.ShouldContain("""<time datetime="2026-03-02T03:05:00Z">""");
        html.ShouldContain("""href="https://badges.example.ca/b/1" """.TrimEnd());
    }

    [Fact]
    public async Task Every_step_says_its_state_in_words()
    {
        var words = Pages.Words(await Home("en", [Samples.WithFailedTranscript()], []));

        words.ShouldContain("Transcript failed");
        words.ShouldContain("Badge done");
        words.ShouldContain("Channel waiting");
        words.ShouldContain("Notice submitted, not yet recorded");
    }

    [Fact]
    public async Task The_counts_say_where_awards_stand()
    {
        var going = Samples.View(Samples.Step(StepName.Transcript, StepState.Running));
        var words = Pages.Words(
            await Home("en", [Samples.View(), Samples.View(), going, Samples.WithFailedTranscript()], [Samples.UnknownLearner]));


        words.ShouldContain("2 complete 1 in progress 1 failed 1 waiting for a person");
    }

    [Fact]
    public async Task What_was_dismissed_stands_apart_with_its_reason_and_can_be_restored()
    {
        var item = Samples.UnknownLearner with { Dismissal = new(new(2026, 3, 2, 3, 5, 0, TimeSpan.Zero), "done by hand") };

        var html = await Home("en", [], [item]);

        var words = Pages.Words(html);
        words.ShouldContain("0 waiting for a person");
        words.ShouldContain("Dismissed: 1");
        words.ShouldContain("Reason done by hand");
        html.ShouldContain($"/attention/{item.Institution}/{item.Id}/restore");
        html.ShouldNotContain($"/attention/{item.Institution}/{item.Id}/dismiss");
        html.ShouldNotContain($"/attention/{item.Institution}/{item.Id}/identify");
    }

    [Fact]
    public async Task Of_many_that_were_dismissed_the_page_shows_the_last_and_says_where_the_others_are()
    {
        var items = Enumerable.Range(0, 25).Select(at => Samples.UnknownLearner with
        {
            Dismissal = new(new(2026, 3, 2, 3, at, 0, TimeSpan.Zero), $"reason-{at}."),
        });

        var words = Pages.Words(await Home("en", [], [.. items]));

        words.ShouldContain("Dismissed: 25");
        words.ShouldContain("reason-24.");
        words.ShouldNotContain("reason-4.");
        words.ShouldContain("5 more; the command line lists them all: ./hub attention --dismissed");
    }

    [Fact]
    public async Task An_erased_learner_leaves_the_award_without_a_name() =>
        Pages.Words(await Home("en", [Samples.View() with { Learner = null }], [])).ShouldContain("data erased Water sampling");

    [Fact]
    public async Task An_empty_hub_says_what_to_do_next()
    {
        var words = Pages.Words(await Home("en", [], []));

        words.ShouldContain("There are no attention items.");
        words.ShouldContain("./hub send canvas");
    }

    [Fact]
    public async Task An_unknown_learner_is_named_by_student_number()
    {
        var html = await Home("en", [], [Samples.UnknownLearner]);

        Pages.Words(html).ShouldContain("ID in the LMS 40017");
        html.ShouldContain($"""action="/attention/lacnord/{Samples.UnknownLearner.Id}/identify?lang=en">""");
        html.ShouldContain("name=\"studentNumber\"");
        html.ShouldNotContain("/retry");
    }

    [Fact]
    public async Task Of_several_possible_learners_one_is_chosen_or_another_named()
    {
        var item = Samples.EveryCause.Single(item => item.Cause is AmbiguousLearner);

        var html = await Home("en", [], [item]);

        Pages.Words(html).ShouldContain("Choose 900100001");
        html.Split($"""action="/attention/lacnord/{item.Id}/identify?lang=en">""").Length.ShouldBe(4);
        html.ShouldContain("value=\"900100002\"");
    }

    [Fact]
    public async Task A_failed_step_that_needs_a_person_can_be_replayed_where_it_stands()
    {
        var html = await Home("en", [], [Samples.EveryCause.Single(item => item.Cause is StepFailed)]);

        html.ShouldContain("/awards/lacnord-k3j9-0/replay/transcript");
        html.ShouldContain("href=\"/awards/lacnord-k3j9-0?lang=en\"");
    }

    [Theory]
    [InlineData("ApprovalNeeded", "/awards/lacnord-k3j9-0/acts/approve", "Approve")]
    [InlineData("RegradeBelowThreshold", "/awards/lacnord-k3j9-0/acts/uphold", "Uphold the award")]
    public async Task A_decision_that_needs_no_reason_is_a_button_and_one_that_does_stands_on_the_awards_page(
        string cause,
        string act,
        string label)
    {
        var html = await Home("en", [], [Samples.EveryCause.Single(item => item.Cause.Name == cause)]);

        html.ShouldContain($"""action="{act}?lang=en">""");
        Pages.Words(html).ShouldContain(label);
        html.Split("/acts/").Length.ShouldBe(2);
        html.ShouldContain("href=\"/awards/lacnord-k3j9-0?lang=en\"");
    }

    [Theory]
    [InlineData("SystemDown", "Concerns Badge platform")]
    [InlineData("CredentialRefused", "Concerns LMS API moodle")]
    [InlineData("CatalogueFault", "Concerns Catalogue")]
    [InlineData("StepFailed", "Concerns Transcript entry")]
    [InlineData("PrerequisiteMissing", "Course water-sampling")]
    [InlineData("UnknownOffering", "Course 31 / WAT-31")]
    [InlineData("SecretEnding", "Subject password")]
    public async Task What_an_item_is_about_is_said_in_the_words_of_people(string cause, string words) =>
        Pages.Words(await Home("en", [], [Samples.EveryCause.Single(item => item.Cause.Name == cause)])).ShouldContain(words);

    [Theory]
    [InlineData("UnknownOffering", true)]
    [InlineData("MessageFailed", true)]
    [InlineData("SystemDown", false)]
    public async Task Retry_is_offered_where_something_waits_for_it(string cause, bool offered)
    {
        var html = await Home("en", [], [Samples.Item(cause)]);

        html.Contains("/retry?", StringComparison.Ordinal).ShouldBe(offered);
    }

    [Fact]
    public async Task Everything_can_be_put_aside_and_dismissed_only_what_nothing_waits_for()
    {
        foreach (var item in Samples.EveryCause)
        {
            var html = await Home("en", [], [item]);

            html.ShouldContain("/aside?");
            html.Contains("/dismiss?", StringComparison.Ordinal).ShouldBe(!item.IsNeeded);
        }
    }

    [Theory]
    [InlineData("fr", "Mis de côté\u00a0: 1")]
    [InlineData("en", "Put aside: 1")]
    public async Task What_is_put_aside_stands_folded_below_and_is_not_counted(string language, string folded)
    {
        var aside = Samples.UnknownLearner with { AsideUntil = DateTimeOffset.MaxValue };

        var html = await Home(language, [], [aside]);

        System.Net.WebUtility.HtmlDecode(html).ShouldContain($"<summary>{folded}</summary>");
        html.ShouldNotContain("/aside?");
        html.ShouldContain("/identify?");
        Counts.Of([], [aside], DateTimeOffset.UnixEpoch).WaitingForAPerson.ShouldBe(0);
    }

    [Fact]
    public async Task Several_institutions_are_told_apart()
    {
        var other = Samples.View() with
        {
            Institution = Samples.LacNord with { Id = "rive", Name = new("Université Rive", "Rive University") },
        };

        Pages.Words(await Home("en", [Samples.View(), other], [])).ShouldContain("Rive University");
        Pages.Words(await Home("en", [Samples.View()], [])).ShouldNotContain("Lac-Nord College");
    }

    private static Task<string> Home(string language, IReadOnlyList<AwardView> awards, IReadOnlyList<AttentionItem> attention) =>
        Pages.Render<HomePage>(language, ("Awards", awards), ("Attention", attention));
}
