using System.Text.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

public sealed class JournalTests
{
    private static readonly IntakeAnswer Noise = new(IntakeVerdict.Ignored, null, new() { Ignored = ["asset_accessed"] });

    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly InMemorySourceBook _book = new();
    private readonly DeliveryJournal _journal;

    public JournalTests() => _journal = new(_time);

    [Fact]
    public async Task The_last_ten_deliveries_are_remembered_the_newest_first()
    {
        for (var i = 0; i < 12; i++)
            Note(Noise with { Reading = new() { Ignored = [$"event_{i}"] } });
        await Flush();

        (await Written()).Latest.Select(delivery => delivery.What).ShouldBe(Enumerable.Range(2, 10).Reverse().Select(i => $"event_{i}"));
    }

    /// <summary>Moodle's plugin sends one each minute.</summary>
    [Fact]
    public async Task An_empty_delivery_is_counted_and_not_listed_and_shows_no_event()
    {
        Note(Noise with { Reading = new() });
        await Flush();

        var written = await Written();
        (written.Latest.Count, written.LastHeard).ShouldBe((0, null));
        written.Counts.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_it_was_is_said_by_the_names_of_the_events_and_their_number()
    {
        Note(
            new(
                IntakeVerdict.Accepted,
                "track-1",
                new()
                {
                    Completions = [OneInstitution.Assessed(91)],
                    Ignored = [.. Enumerable.Repeat("answered", 29), "launched", "viewed", "experienced"],
                }));
        await Flush();

        var heard = (await Written()).Latest.ShouldHaveSingleItem();
        heard.What.ShouldBe("answered ×29, grade_change, launched, +2");
        (heard.Completions, heard.TrackingId).ShouldBe((1, "track-1"));
    }

    [Fact]
    public async Task Nothing_of_a_person_is_kept()
    {
        Note(
            new(
                IntakeVerdict.Accepted,
                "track-1",
                new() { Completions = [OneInstitution.Assessed(91, student: "900100408") with { EventName = "maika@example.ca" }] }));
        await Flush();

        var row = JsonSerializer.Serialize(await Written());
        row.ShouldNotContain("900100408");
        row.ShouldNotContain("maika");
        (await Written()).Latest[0].What.ShouldBe("other");
    }

    [Fact]
    public void Noting_noise_makes_no_object()
    {
        for (var i = 0; i < 100; i++)
            Note(Noise);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            Note(Noise);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task A_source_that_sends_nothing_costs_no_transaction()
    {
        await Flush();
        _book.Transactions.ShouldBe(0);

        for (var i = 0; i < 1000; i++)
            Note(Noise);
        await Flush();
        _book.Transactions.ShouldBe(2);

        await Flush();
        _book.Transactions.ShouldBe(2);
    }

    [Fact]
    public async Task Instances_add_to_what_the_others_wrote()
    {
        var other = new DeliveryJournal(_time);
        Note(Noise);
        _time.Advance(TimeSpan.FromSeconds(5));
        other.Note("lacnord", "lms", null, Noise);
        other.Note("lacnord", "lms", null, new(IntakeVerdict.Refused) { Admission = Admission.Wrong });
        _book.BeforeSave = () => other.Flush(_book, default).Wait();

        await Flush();

        var written = await Written();
        written.Latest.Count.ShouldBe(3);
        written.LastHeard.ShouldBe(_time.GetUtcNow());
        written.Counts.Select(count => (count.Verdict, count.Count)).ShouldBe([(IntakeVerdict.Refused, 1L), (IntakeVerdict.Ignored, 2L)]);
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time_and_once()
    {
        Note(Noise);
        _book.BeforeSave = () => throw new IOException("down");
        await Should.ThrowAsync<AggregateException>(() => Flush());
        Note(Noise);
        await Flush();
        await Flush();

        (await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_written_though_the_answer_was_lost_is_counted_once()
    {
        Note(Noise);
        _book.AfterSave = () => throw new IOException("The answer was lost.");
        await Should.ThrowAsync<AggregateException>(() => Flush());
        Note(Noise);
        await Flush();

        (await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_written_by_a_first_try_is_not_written_by_a_second_whose_condition_no_longer_holds()
    {
        Note(Noise);
        _book.IsSavedUnheard = true;
        await Flush();

        (await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    [Fact]
    public async Task News_that_were_written_unheard_are_known_by_their_writer_though_others_have_written_since()
    {
        Note(Noise);
        _book.AfterSave = () => throw new IOException("The answer was lost.");
        await Should.ThrowAsync<AggregateException>(() => Flush());
        for (var i = 0; i < 5; i++)
        {
            var other = new DeliveryJournal(_time);
            other.Note("lacnord", "lms", null, Noise);
            await other.Flush(_book, default);
        }

        await Flush();

        (await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_source_that_never_stops_speaking_does_not_keep_the_journal_from_its_end()
    {
        var rounds = 0;
        _book.BeforeSave = Speak;
        Note(Noise);

        await Flush();

        rounds.ShouldBe(2);
        _book.BeforeSave = null;
        await Flush();
        (await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(3);

        void Speak()
        {
            if (++rounds < 20)
                _book.BeforeSave = Speak;
            Note(Noise);
        }
    }

    [Fact]
    public async Task One_source_that_cannot_be_written_does_not_hold_up_another()
    {
        Note(Noise);
        _journal.Note("lacnord", "other", null, Noise);
        _book.BeforeSave = () => throw new IOException("down");
        await Should.ThrowAsync<AggregateException>(() => Flush());

        (await _book.All("lacnord", default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task People_see_the_news_of_their_instance_before_it_is_written_and_no_delivery_twice()
    {
        Note(Noise);
        _journal.Newest("lacnord", "lms", new()).Latest.Count.ShouldBe(1);
        await Flush();
        Note(Noise);

        _journal.Newest("lacnord", "lms", await Written()).Counts.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_hours_in_which_a_source_spoke_are_kept_for_fourteen_days()
    {
        for (var hour = 0; hour < 24 * 20; hour += 6, _time.Advance(TimeSpan.FromHours(6)))
            Note(Noise);
        await Flush();

        var days = (await Written()).Days;
        days.Count.ShouldBe(14);
        days[1].Hours.ShouldBe((1 << 3) | (1 << 9) | (1 << 15) | (1 << 21));
    }

    [Fact]
    public async Task Refusals_and_tests_are_no_sign_that_the_source_speaks()
    {
        Note(new(IntakeVerdict.Refused) { Admission = Admission.Missing });
        _journal.Note("lacnord", "lms", "test1", Noise);
        await Flush();

        var written = await Written();
        written.LastHeard.ShouldBeNull();
        written.Days.ShouldBeEmpty();
        written
            .Latest.Select(delivery => (delivery.IsTest, delivery.TrackingId, delivery.Admission))
            .ShouldBe([(true, "test1", Admission.Admitted), (false, null, Admission.Missing)], ignoreOrder: true);
    }

    private void Note(IntakeAnswer answer) => _journal.Note("lacnord", "lms", null, answer);

    private Task Flush() => _journal.Flush(_book, default);

    private Task<SourceRecord> Written() => _book.Read("lacnord", "lms", default);
}
