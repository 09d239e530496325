using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>An end is reckoned in days where the institution is; one that was issued otherwise stays.</summary>
public sealed class LocalEndTests
{
    // Half past eleven in the evening of 30 January in Toronto.
    private static readonly DateTimeOffset Late = new(2026, 1, 31, 4, 30, 0, TimeSpan.Zero);

    private static readonly MicroCredential Yearly = OneInstitution.WaterSampling with { Validity = new(1) };

    private static readonly Institution Toronto = OneInstitution.Only with
    {
        MicroCredentials = new Dictionary<string, MicroCredential> { [Yearly.Code] = Yearly },
    };

    [Fact]
    public void A_month_after_the_30th_of_January_is_the_last_of_February_there()
    {
        var end = Decide([]).ShouldNotBeNull();

        end.ShouldBe(new(2026, 3, 1, 4, 30, 0, TimeSpan.Zero));
        Toronto.DayOf(end).ShouldBe(new DateOnly(2026, 2, 28));
    }

    [Fact]
    public void What_was_issued_with_the_earlier_end_keeps_it()
    {
        var issued = Late.AddMonths(1);

        Decide([Issued(Late, issued)]).ShouldBe(issued);
        Decide([Issued(Late.AddDays(3), issued)]).ShouldBe(new(2026, 3, 1, 4, 30, 0, TimeSpan.Zero), "its day has changed");
    }

    [Theory]
    [InlineData("2026-11-01T01:30:00", "2026-11-01T06:30:00Z")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00Z")]
    public void Where_clocks_are_changed_a_time_of_the_wall_is_still_one_moment(string wall, string moment) =>
        Toronto.MomentOf(DateTime.Parse(wall, null)).ShouldBe(DateTimeOffset.Parse(moment, null));

    private static Issued Issued(DateTimeOffset earned, DateTimeOffset end) => new(
        new()
        {
            Id = new(DossierId.Of(OneInstitution.Id, "l1", Yearly.Code), 0),
            Learner = "l1",
            MicroCredential = Yearly.Code,
            Decision = new(Outcome.Earned, Yearly.Version, 80, 91, 1, "event-1", earned),
            Earned = earned,
            ValidUntil = end,
            Opened = earned,
            Steps = [],
        },
        []);

    private static DateTimeOffset? Decide(IReadOnlyList<Issued> issued) =>
        Rulebook.Decide(
            Toronto,
            Yearly,
            new([Evidence.Of(OneInstitution.Assessed(91) with { At = Late }, "lms", "p")], [], []) { Issued = issued })
            .Awards[0].ValidUntil;
}
