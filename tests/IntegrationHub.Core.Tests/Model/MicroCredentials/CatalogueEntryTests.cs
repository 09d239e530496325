using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.MicroCredentials;

/// <summary>What an entry of the catalogue says on a given day.</summary>
public sealed class CatalogueEntryTests
{
    private static readonly MicroCredential Entry = OneInstitution.WaterSampling with
    {
        Version = 3,
        Since = new(2026, 9, 1),
        Prerequisites = ["safety"],
        Earlier =
        [
            OneInstitution.WaterSampling with
            {
                Version = 2,
                Since = new(2026, 1, 1),
                Prerequisites = ["safety", "lab"],
            },
            OneInstitution.WaterSampling with
            {
                Version = 1,
                Since = new(2025, 1, 1),
                Stacks = [new(StackMeasure.All, 0, [new(["rivers", "lakes"])])],
            },
        ],
    };

    [Theory]
    [InlineData("2026-09-01", 3)]
    [InlineData("2026-08-31", 2)]
    [InlineData("2026-01-01", 2)]
    [InlineData("2025-12-31", 1)]
    [InlineData("2020-01-01", 1)]
    public void The_version_of_a_day_is_the_newest_that_had_begun_and_before_all_the_oldest(string day, int version) =>
        Entry.On(Day(day)).Version.ShouldBe(version);

    [Fact]
    public void A_version_is_found_by_its_number_and_the_newest_where_there_is_none()
    {
        Entry.InVersion(2).Since.ShouldBe(new DateOnly(2026, 1, 1));
        Entry.InVersion(9).Version.ShouldBe(3);
    }

    [Fact]
    public void An_entry_rests_on_what_any_of_its_versions_names_once() =>
        Entry.RestsOn.ShouldBe(["safety", "lab", "rivers", "lakes"]);

    [Fact]
    public void The_period_of_learning_is_the_last_that_had_begun_when_it_was_earned()
    {
        var entry = OneInstitution.WaterSampling with
        {
            Offerings =
            [
                new("lms", "1", null, new(new(2026, 1, 12), new(2026, 1, 30))),
                new("lms", "2"),
                new("lms", "3", null, new(new(2026, 9, 7), new(2026, 9, 25))),
            ],
        };
        entry.PeriodOf(new(2026, 9, 7))!.Start.ShouldBe(new DateOnly(2026, 9, 7));
        entry.PeriodOf(new(2026, 9, 6))!.End.ShouldBe(new DateOnly(2026, 1, 30));
        entry.PeriodOf(new(2026, 1, 11)).ShouldBeNull();
    }

    [Fact]
    public void A_year_of_validity_ends_on_the_same_day_of_the_next()
    {
        new Validity(12).Until(new(2024, 2, 29, 10, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc)
            .ShouldBe(new(2025, 2, 28, 10, 0, 0, TimeSpan.Zero));
        new Validity(36).Until(new(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc)
            .ShouldBe(new(2029, 2, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2026-01-31", null)]
    [InlineData("2026-02-01", Phase.Design)]
    [InlineData("2026-08-31", Phase.Design)]
    [InlineData("2026-09-01", Phase.Delivery)]
    [InlineData("2027-06-30", Phase.Delivery)]
    [InlineData("2027-07-01", Phase.Sunset)]
    public void The_phase_of_a_day_is_the_last_that_had_begun_and_the_sunset_begins_after_its_last_day(string day, Phase? phase)
    {
        var cycle = new LifeCycle(
            new Dictionary<Phase, DateOnly>
            {
                [Phase.Sunset] = new(2027, 6, 30),
                [Phase.Design] = new(2026, 2, 1),
                [Phase.Delivery] = new(2026, 9, 1),
            });
        cycle.On(Day(day)).ShouldBe(phase);
        cycle.Sunset.ShouldBe(new DateOnly(2027, 6, 30));
        new LifeCycle(new Dictionary<Phase, DateOnly> { [Phase.Design] = new(2026, 2, 1) }).Sunset.ShouldBeNull();
    }

    [Theory]
    [InlineData(17, 5, 20, "80")]
    [InlineData(2, 0, 3, "66.6667")]
    [InlineData(5, 5, 5, null)]
    [InlineData(5, 6, 5, null)]
    public void A_score_is_a_percentage_of_what_lies_between_least_and_most(int raw, int min, int max, string? percent) =>
        new Score(raw, min, max).Percent.ShouldBe(
            percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void An_issuer_s_credential_is_recognised_by_the_entry_that_names_it_before_the_one_that_names_all()
    {
        var all = new RecognisedCredential("all", new("Tout", "All"), "https://other.example.ca", []);
        var one = new RecognisedCredential("one", new("Un", "One"), "https://other.example.ca", ["https://other.example.ca/a"]);
        var institution = OneInstitution.Only with
        {
            Recognised = new Dictionary<string, RecognisedCredential> { ["all"] = all, ["one"] = one },
        };

        institution.Recognise("https://other.example.ca", "https://other.example.ca/a").ShouldBe(one);
        institution.Recognise("https://other.example.ca", "https://other.example.ca/b").ShouldBe(all);
        institution.Recognise("https://another.example.ca", "https://other.example.ca/a").ShouldBeNull();
        institution.TitleOf("one").En.ShouldBe("One");
        institution.TitleOf("water-sampling").En.ShouldBe("Water sampling");
        institution.TitleOf("gone").ShouldBe(new BilingualText("gone", "gone"));
        Should
            .Throw<InvalidOperationException>(() => institution.Entry("gone"))
            .Message.ShouldBe("The institution 'lacnord' has no micro-credential 'gone' any more; put it back, then retry.");
    }

    [Fact]
    public void Two_decisions_are_the_same_when_all_that_they_say_is()
    {
        var decision = new Decision(Outcome.Earned, 1, 80, 91, 1, "event", DateTimeOffset.UnixEpoch)
        {
            Credits = 1,
            Path = LearningPath.Course,
        };
        (decision with { }).ShouldBe(decision);
        (decision with { }).GetHashCode().ShouldBe(decision.GetHashCode());
        new[]
        {
            decision with
            {
                Outcome = Outcome.NotYet,
            },
            decision with
            {
                Version = 2,
            },
            decision with
            {
                Threshold = 70,
            },
            decision with
            {
                Percent = 90,
            },
            decision with
            {
                Attempts = 2,
            },
            decision with
            {
                EventId = "other",
            },
            decision with
            {
                At = DateTimeOffset.UnixEpoch.AddDays(1),
            },
            decision with
            {
                Path = LearningPath.Stacking,
            },
            decision with
            {
                Credits = 2,
            },
            decision with
            {
                Rules = [new(IntegrationHub.Core.Model.Awards.RuleName.Prerequisite, IntegrationHub.Core.Model.Awards.RuleVerdict.Met)],
            },
        }.ShouldAllBe(other => !other.Equals(decision));
        decision.Equals(null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("(?<=a)b")]
    [InlineData("(")]
    public void A_pattern_that_could_run_without_end_is_none(string pattern)
    {
        Patterns.TryCompile(pattern, out var compiled).ShouldBeFalse();
        compiled.ShouldBeNull();
        Should
            .Throw<ArgumentException>(() => Patterns.Compile(pattern))
            .Message.ShouldStartWith($"'{pattern}' is not a pattern that can be matched without backtracking.");
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
