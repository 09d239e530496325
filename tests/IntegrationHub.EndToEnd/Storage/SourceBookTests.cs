using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.EndToEnd.Azurite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The journal of deliveries in a real table.</summary>
public sealed class SourceBookTests(AzuriteServer azurite) : StorageTest(azurite)
{
    private ISourceHistory Book => Get<ISourceHistory>();

    [Fact]
    public async Task Instances_that_write_at_once_lose_nothing_of_each_other()
    {
        var instances = Enumerable.Range(0, 6).Select(_ => new DeliveryJournal(TimeProvider.System)).ToList();
        foreach (var instance in instances)
        {
            instance.Note(Institution, "lms", null, new(IntakeVerdict.Ignored, null, new() { Ignored = ["asset_accessed"] }));
            instance.Note(Institution, "lms", null, new(IntakeVerdict.Refused) { Admission = Admission.Wrong });
        }

        await Task.WhenAll(instances.Select(instance => instance.Flush(Book, Cancellation)));

        var record = await Book.Read(Institution, "lms", Cancellation);
        record.Counts.Select(count => (count.Verdict, count.Count)).ShouldBe([(IntakeVerdict.Refused, 6L), (IntakeVerdict.Ignored, 6L)]);
        (record.Proven.Count(), record.Unproven.Count()).ShouldBe((6, 6));
        record.LastHeard.ShouldNotBeNull();
        record.Days.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_written_is_read_again_as_it_was()
    {
        var journal = new DeliveryJournal(TimeProvider.System);
        journal.Note(
            Institution,
            "lms",
            "test1",
            new(IntakeVerdict.Unreadable, null, new() { Fault = "The body is not the JSON it should be." }));
        var news = journal.Newest(Institution, "lms", new());
        await journal.Flush(Book, Cancellation);

        (await Book.All(Institution, Cancellation))["lms"].Latest.ShouldBe(news.Latest);
    }

    [Fact]
    public async Task An_older_version_is_not_written_over_a_newer_one()
    {
        (await Book.Save(Institution, "lms", new(), Cancellation)).ShouldBeTrue();
        var read = await Book.Read(Institution, "lms", Cancellation);
        (await Book.Save(Institution, "lms", read, Cancellation)).ShouldBeTrue();

        (await Book.Save(Institution, "lms", read, Cancellation)).ShouldBeFalse();
        (await Book.Save(Institution, "lms", new(), Cancellation)).ShouldBeFalse();
    }
}
