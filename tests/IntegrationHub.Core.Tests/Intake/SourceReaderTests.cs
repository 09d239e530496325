using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

public sealed class SourceReaderTests : IInstitutions, ISourceTester
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, string> _secrets = new() { ["NEW"] = "new", ["OLD"] = "old" };
    private readonly DeliveryJournal _journal;
    private readonly SourceReader _reader;

    public SourceReaderTests()
    {
        _journal = new(_time);
        _reader = new(this, new InMemorySourceBook(), _journal, new FakeSecrets(_secrets), this, new(new("https://hub.example.ca")), _time);
    }

    IReadOnlyCollection<Institution> IInstitutions.All => [Institution];

    IReadOnlyCollection<string> IInstitutions.Names => [OneInstitution.Id];

    private static Institution Institution =>
        OneInstitution.Only with
        {
            Sources = new Dictionary<string, Source>
            {
                ["lms"] = OneInstitution.Only.Sources["lms"] with
                {
                    Secrets = new Dictionary<string, InboundSecret>
                    {
                        ["address"] = new("NEW", "OLD", new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero)),
                    },
                },
            },
        };

    [Fact]
    public async Task The_address_bears_the_name_of_the_setting_and_never_the_key() =>
        (await Find()).Address.OriginalString.ShouldBe("https://hub.example.ca/hooks/lacnord/lms~NEW");

    [Fact]
    public async Task A_previous_secret_is_told_of_until_its_end()
    {
        (await Find()).Secrets.ShouldBe([new SecretView("address", "NEW", true, new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero))]);
        _time.Advance(TimeSpan.FromDays(7));
        (await Find()).Secrets[0].PreviousUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_source_goes_from_never_heard_to_heard_and_to_troubled_and_back()
    {
        (await Find()).State.ShouldBe(SourceState.NeverHeard);
        Note(IntakeVerdict.Ignored);
        (await Find()).State.ShouldBe(SourceState.Heard);
        Note(IntakeVerdict.Unreadable);
        (await Find()).State.ShouldBe(SourceState.Troubled);
        Note(IntakeVerdict.Accepted);
        (await Find()).State.ShouldBe(SourceState.Heard);
    }

    [Theory]
    [InlineData(IntakeVerdict.Refused)]
    [InlineData(IntakeVerdict.TooLarge)]
    [InlineData(IntakeVerdict.Unpackable)]
    [InlineData(IntakeVerdict.PutOff)]
    public async Task What_anybody_can_send_changes_nothing_in_how_a_source_stands(IntakeVerdict verdict)
    {
        for (var i = 0; i < 14; i++)
            Note(verdict);
        (await Find()).State.ShouldBe(SourceState.NeverHeard);
        Note(IntakeVerdict.Accepted);
        for (var i = 0; i < 14; i++)
            Note(verdict);

        var found = await Find();
        found.State.ShouldBe(SourceState.Heard);
        (found.Record.Proven.Count(), found.Record.Unproven.Count()).ShouldBe((1, SourceRecord.Remembered));
    }

    [Fact]
    public async Task A_test_that_passes_clears_what_was_in_trouble()
    {
        Note(IntakeVerdict.Accepted);
        Note(IntakeVerdict.Unreadable);
        (await Find()).State.ShouldBe(SourceState.Troubled);
        _time.Advance(TimeSpan.FromMinutes(1));

        _journal.Note(OneInstitution.Id, "lms", "test-1", new(IntakeVerdict.Ignored));

        var found = await Find();
        found.State.ShouldBe(SourceState.Heard);
        DeliveryOutcome.Verdict(found.Record.Latest[0]).En.ShouldBe("test passed");
    }

    [Fact]
    public async Task A_missing_secret_comes_before_everything_else()
    {
        Note(IntakeVerdict.Ignored);
        _secrets.Remove("NEW");
        (await Find()).State.ShouldBe(SourceState.SecretMissing);
    }

    [Fact]
    public async Task A_source_that_is_quiet_too_long_is_silent()
    {
        for (var day = 0; day < 4; day++, _time.Advance(TimeSpan.FromDays(1)))
            Note(IntakeVerdict.Ignored);
        (await Find()).State.ShouldBe(SourceState.Heard);

        _time.Advance(TimeSpan.FromDays(6));
        (await Find()).State.ShouldBe(SourceState.Silent);
    }

    [Fact]
    public async Task The_list_has_every_source_and_nothing_else_is_found()
    {
        (await _reader.All(default)).ShouldHaveSingleItem().Source.Name.ShouldBe("lms");
        (await _reader.Find("lacnord", "no-such", default)).ShouldBeNull();
        (await _reader.Find("no-such", "lms", default)).ShouldBeNull();
    }

    bool ISourceTester.CanTest(Source source) => true;

    Task<SourceTest> ISourceTester.Send(Institution institution, Source source, CancellationToken cancellation) =>
        throw new NotSupportedException();

    InstitutionState IInstitutions.Find(string id, out Institution? institution)
    {
        institution = id == OneInstitution.Id ? Institution : null;
        return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
    }

    private async Task<SourceView> Find() => (await _reader.Find(OneInstitution.Id, "lms", default)).ShouldNotBeNull();

    private void Note(IntakeVerdict verdict)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        _journal.Note(OneInstitution.Id, "lms", null, new(verdict));
    }
}
