using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Sources;
using IntegrationHub.EndToEnd.Azurite;
using IntegrationHub.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Storage;

/// <summary>The journal of deliveries in a real table.</summary>
public sealed class SourceBookTests(AzuriteServer azurite) : IAsyncLifetime
{
    private static int s_institutions;

    private readonly string _institution = $"sources{Interlocked.Increment(ref s_institutions)}";
    private ServiceProvider? _services;

    private ISourceBook Book => _services!.GetRequiredService<ISourceBook>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings).BuildServiceProvider();
        await _services.GetRequiredService<StorageSetup>().Run(Cancellation);
    }

    public async ValueTask DisposeAsync() => await _services!.DisposeAsync();

    [Fact]
    public async Task Instances_that_write_at_once_lose_nothing_of_each_other()
    {
        var instances = Enumerable.Range(0, 6).Select(_ => new DeliveryJournal(TimeProvider.System)).ToList();
        foreach (var instance in instances)
        {
            instance.Note(_institution, "lms", null, new(IntakeVerdict.Ignored, null, new() { Ignored = ["asset_accessed"] }));
            instance.Note(_institution, "lms", null, new(IntakeVerdict.Refused) { Admission = Admission.Wrong });
        }

        await Task.WhenAll(instances.Select(instance => instance.Flush(Book, Cancellation)));

        var record = await Book.Read(_institution, "lms", Cancellation);
        record.Counts.Select(count => (count.Verdict, count.Count)).ShouldBe([(IntakeVerdict.Refused, 6L), (IntakeVerdict.Ignored, 6L)]);
        record.Latest.Count.ShouldBe(SourceRecord.Remembered);
        record.LastHeard.ShouldNotBeNull();
        record.Days.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_written_is_read_again_as_it_was()
    {
        var journal = new DeliveryJournal(TimeProvider.System);
        journal.Note(_institution, "lms", "test1", new(IntakeVerdict.Unreadable, null, new() { Fault = "The body is not the JSON it should be." }));
        var news = journal.Newest(_institution, "lms", new());
        await journal.Flush(Book, Cancellation);

        (await Book.All(_institution, Cancellation))["lms"].Latest.ShouldBe(news.Latest);
    }

    [Fact]
    public async Task An_older_version_is_not_written_over_a_newer_one()
    {
        (await Book.Save(_institution, "lms", new(), Cancellation)).ShouldBeTrue();
        var read = await Book.Read(_institution, "lms", Cancellation);
        (await Book.Save(_institution, "lms", read, Cancellation)).ShouldBeTrue();

        (await Book.Save(_institution, "lms", read, Cancellation)).ShouldBeFalse();
        (await Book.Save(_institution, "lms", new(), Cancellation)).ShouldBeFalse();
    }
}
