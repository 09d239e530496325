using IntegrationHub.Core.Intake;
using IntegrationHub.Functions.Background;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Background;

public sealed class JournalKeeperTests : IAsyncLifetime
{
    private static readonly IntakeAnswer Noise = new(IntakeVerdict.Ignored, null, new() { Ignored = ["asset_accessed"] });

    private readonly FakeTimeProvider _time = new();
    private readonly InMemorySourceBook _book = new();
    private readonly DeliveryJournal _journal;
    private readonly JournalKeeper _keeper;

    public JournalKeeperTests()
    {
        _journal = new(_time);
        _keeper = new(_journal, _book, _time, NullLogger<JournalKeeper>.Instance);
    }

    public async ValueTask InitializeAsync() => await _keeper.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _keeper.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_journal_is_written_by_the_minute_and_when_the_host_stops()
    {
        Note();
        await MinutesUntil(() => _book.Transactions > 0);
        _book.Transactions.ShouldBe(2);

        Note();
        await _keeper.StopAsync(TestContext.Current.CancellationToken);
        (await _book.Read("lacnord", "lms", default)).Counts.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_asked_again_a_minute_later()
    {
        var refused = false;
        _book.BeforeSave = () =>
        {
            refused = true;
            throw new IOException("down");
        };
        Note();
        await MinutesUntil(() => refused);
        await MinutesUntil(() => _book.Transactions >= 4);

        await _keeper.StopAsync(TestContext.Current.CancellationToken);
        (await _book.Read("lacnord", "lms", default)).Counts.ShouldHaveSingleItem().Count.ShouldBe(1);
    }

    private void Note() => _journal.Note("lacnord", "lms", null, Noise);

    private async Task MinutesUntil(Func<bool> condition)
    {
        for (var minutes = 0; !condition(); minutes++, await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            minutes.ShouldBeLessThan(500);
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
