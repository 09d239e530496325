using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Transcripts;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Sis.Ethos.EthosScene;

namespace IntegrationHub.Tests.Connectors.Sis.Ethos;

/// <summary>Of a person's rows of one code, the hub's is found by what it wrote, and the others are left alone.</summary>
public sealed class EthosNonCourseRowsTests(Campus campus) : IClassFixture<Campus>
{
    private const string Entered = "2026-02-28";

    private readonly EthosScene _scene = new(campus);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISis Sis => campus.Hub.Sis("ethos");

    private Institution Institution => campus.Institution;

    private Connection Connection => campus.Connection(ConnectionRole.Sis);

    [Fact]
    public async Task A_row_of_another_term_is_left_alone()
    {
        var earlier = await _scene.Enter(NonCourse);
        var later = earlier with { Awarded = earlier.Awarded.AddYears(1), Reference = null };

        await Sis.Record(Institution, Connection, later, Cancellation);
        (await _scene.Stands(later)).ShouldBe($"CO {Entered}, CO 2027-02-28");
        await Sis.Withdraw(Institution, Connection, later, null, Cancellation);
        (await _scene.Stands(later)).ShouldBe($"CO {Entered}, WD 2027-02-28");
        await _scene.GiveByHand(NonCourse, earlier, "XX");
        await Sis.Record(Institution, Connection, later, Cancellation);
        (await _scene.Stands(later)).ShouldBe($"XX {Entered}, CO 2027-02-28");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public async Task A_reference_of_an_earlier_release_means_the_one_row_that_is_there(string sequence)
    {
        var entry = await _scene.Enter(NonCourse);
        var renewal = entry with { Awarded = entry.Awarded.AddYears(2), Reference = $"{entry.Target.Code}/{sequence}" };

        (await Sis.Record(Institution, Connection, renewal, Cancellation)).Reference.ShouldBe(entry.Reference);
        (await _scene.Stands(entry)).ShouldBe($"CO {Entered}");
        await Sis.Withdraw(Institution, Connection, renewal, renewal.Reference, Cancellation);
        (await _scene.Stands(entry)).ShouldBe($"WD {Entered}");
    }

    [Fact]
    public async Task A_reference_to_what_was_written_elsewhere_before_says_nothing_of_the_rows()
    {
        var entry = await _scene.Enter(NonCourse);
        var moved = entry with { Awarded = entry.Awarded.AddYears(1), Reference = "1ea00000-0000-4000-8000-000000000001" };

        await Sis.Record(Institution, Connection, moved, Cancellation);

        (await _scene.Stands(entry)).ShouldBe($"CO {Entered}, CO 2027-02-28");
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1", false)]
    [InlineData("2026-01-15", true)]
    [InlineData("2026-01-15", false)]
    public async Task Where_what_the_hub_wrote_is_gone_and_others_are_there_a_registrar_is_asked(string noted, bool isWithdrawal)
    {
        var entry = await _scene.Enter(NonCourse);
        await Sis.Record(Institution, Connection, entry with { Awarded = entry.Awarded.AddYears(1), Reference = null }, Cancellation);
        var lost = entry with { Awarded = entry.Awarded.AddYears(2), Reference = $"{entry.Target.Code}/{noted}" };

        await Quotes($"'CO' of {Entered}", () => _scene.Do(isWithdrawal ? "withdraw" : "enter", lost));

        (await _scene.Stands(entry)).ShouldBe($"CO {Entered}, CO 2027-02-28");
    }

    [Fact]
    public async Task Rows_that_earlier_releases_repeated_are_all_taken_back()
    {
        var entry = _scene.New(NonCourse);
        for (var row = 0; row < 3; row++)
            await EthosRows.Add(campus, entry.Target.Code!, Entered);

        await _scene.Do("withdraw", entry);

        (await _scene.Stands(entry)).ShouldBe($"WD {Entered}, WD {Entered}, WD {Entered}");
    }

    [Fact]
    public async Task A_row_without_a_day_may_be_the_award_entered_by_hand()
    {
        var entry = _scene.New(NonCourse);
        await EthosRows.Add(campus, entry.Target.Code!, day: null);

        await Quotes("'CO' of no day", () => _scene.Do("enter", entry));

        (await _scene.Stands(entry)).ShouldBe("CO ");
    }
}
