using System.Text;
using IntegrationHub.Connectors.Sis.BatchFile;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Steps;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Transcripts;

/// <summary>Awards that the registrar loads from a batch file: one line each, none lost, corrections as further lines.</summary>
public sealed class RecordFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private readonly StepScene _scene = new()
    {
        MicroCredential = OneInstitution.WaterSampling with { Record = new(RecordTargetKind.AcademicAward, Code: "MC-WATER") },
    };

    private readonly InMemoryRecordFiles _files = new();
    private readonly TranscriptWork _work;
    private readonly BatchFileCommands _commands;

    public RecordFileTests()
    {
        _work = new(_scene.Storage, [_scene.Outside], new(_files, _scene.Time), new(_scene.Storage));
        _commands = new(_files, _scene.Storage, new OneInstitution(), _scene.Time);
    }

    [Fact]
    public async Task A_line_is_submitted_until_the_registrar_has_loaded_its_file()
    {
        var added = await Do(CredentialStatus.Valid);
        added.ShouldBe(new(StepState.Submitted, $"20261124/{StepScene.Id()}/0"));
        (await Do(CredentialStatus.Valid, StepState.Submitted, added.Reference)).State.ShouldBe(StepState.Submitted);

        (await _commands.Load(OneInstitution.Id, Today, lines: 1, default)).Verdict.ShouldBe(LoadVerdict.Loaded);

        (await Do(CredentialStatus.Valid, StepState.Submitted, added.Reference)).State.ShouldBe(StepState.Done);
        _scene.Outside.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_loaded_once_and_saying_so_again_changes_nothing()
    {
        await Do(CredentialStatus.Valid);
        (await _commands.Load(OneInstitution.Id, Today, lines: 1, default)).ShouldBe(new(LoadVerdict.Loaded, 1));
        var loaded = (await _commands.All(OneInstitution.Id, default)).ShouldHaveSingleItem().Loaded.ShouldNotBeNull();
        _scene.Time.Advance(TimeSpan.FromHours(1));

        (await _commands.Load(OneInstitution.Id, Today, lines: 7, default)).ShouldBe(new(LoadVerdict.Loaded, 1));

        (await _commands.All(OneInstitution.Id, default)).ShouldHaveSingleItem().Loaded.ShouldBe(loaded);
    }

    [Fact]
    public async Task A_file_is_exported_with_its_learners_and_without_who_was_erased()
    {
        await Do(CredentialStatus.Valid);
        (await _commands.Export(OneInstitution.Id, Today, default)).ShouldHaveSingleItem().Learner!.FamilyName.ShouldBe("Cœur-Tremblay");

        await _scene.Storage.Erase(OneInstitution.Id, "maelle@example.ca", default);

        (await _commands.Export(OneInstitution.Id, Today, default)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            line => line.Learner.ShouldBeNull(),
            line => line.Line.Learner.ShouldBe("maelle@example.ca"));
    }

    [Fact]
    public async Task The_same_award_again_adds_no_second_line_on_whatever_day()
    {
        var first = await Do(CredentialStatus.Valid);
        _scene.Time.SetUtcNow(_scene.Time.GetUtcNow().AddDays(2));

        (await Do(CredentialStatus.Valid)).Reference.ShouldBe(first.Reference);

        (await _files.All(OneInstitution.Id, default)).ShouldHaveSingleItem().Lines.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_dies_before_the_line_is_written_leaves_it_to_the_next()
    {
        _files.BeforePut = () => throw new WorkerDied();
        await Should.ThrowAsync<WorkerDied>(() => Do(CredentialStatus.Valid));
        _files.BeforePut = null;

        await Do(CredentialStatus.Valid);

        (await Lines()).ShouldHaveSingleItem().Number.ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_comes_when_its_file_was_just_loaded_goes_to_the_next_file()
    {
        var other = StepScene.Award(StepScene.Step(StepName.Transcript, CredentialStatus.Valid), cycle: 5);
        await _work.Do(_scene.Context(other[StepName.Transcript], cycle: 5), default);
        _files.BeforePut = () =>
        {
            _files.BeforePut = null;
            _commands.Load(OneInstitution.Id, Today, lines: 1, default).Wait();
        };

        (await Do(CredentialStatus.Valid)).ShouldBe(new(StepState.Submitted, $"20261125/{StepScene.Id()}/0"));

        (await _files.Lines(OneInstitution.Id, Today.AddDays(1), default)).ShouldHaveSingleItem();
        (await Lines()).ShouldHaveSingleItem().Award.Cycle.ShouldBe(5);
    }

    [Fact]
    public async Task A_withdrawal_is_a_further_line_and_an_award_that_is_upheld_one_more()
    {
        var entered = await Do(CredentialStatus.Valid);
        var withdrawn = await Do(CredentialStatus.Revoked, reference: entered.Reference);
        (await Do(CredentialStatus.Revoked, reference: entered.Reference)).Reference.ShouldBe(withdrawn.Reference);
        await Do(CredentialStatus.Valid, reference: withdrawn.Reference);

        (await Lines()).Select(line => line.Action).ShouldBe([RecordAction.Enter, RecordAction.Withdraw, RecordAction.Enter]);
    }

    [Fact]
    public async Task Where_no_line_was_ever_added_a_withdrawal_adds_none()
    {
        (await Do(CredentialStatus.Revoked)).ShouldBe(new(StepState.Done));
        (await _files.All(OneInstitution.Id, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_suspension_adds_no_line()
    {
        var entered = await Do(CredentialStatus.Valid);
        (await Do(CredentialStatus.Suspended, reference: entered.Reference)).State.ShouldBe(StepState.Done);
        (await Lines()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_entry_that_was_made_in_the_SIS_is_taken_back_there_though_the_catalogue_turned_to_the_file()
    {
        _scene.Outside.Entries[StepScene.Id().ToString()] = 1;

        await Do(CredentialStatus.Revoked, reference: "entry-1");

        _scene.Outside.Entries[StepScene.Id().ToString()].ShouldBe(0);
        (await _files.All(OneInstitution.Id, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_code_the_line_is_refused_with_what_to_add()
    {
        _scene.MicroCredential = OneInstitution.WaterSampling with { Record = new(RecordTargetKind.BatchFile) };
        var fault = await Should.ThrowAsync<OutsideException>(() => Do(CredentialStatus.Valid));
        (fault.Fault, fault.Message.Contains("'code'", StringComparison.Ordinal)).ShouldBe((OutsideFault.Refused, true));
    }

    [Theory]
    [InlineData(24, null, LoadVerdict.StillGrows)]
    [InlineData(24, 2, LoadVerdict.OtherCount)]
    [InlineData(24, 1, LoadVerdict.Loaded)]
    [InlineData(25, null, LoadVerdict.Loaded)]
    [InlineData(25, 2, LoadVerdict.OtherCount)]
    public async Task Who_says_that_a_file_is_loaded_says_how_many_lines_as_long_as_it_may_grow(int day, int? lines, LoadVerdict verdict)
    {
        await Do(CredentialStatus.Valid);
        _scene.Time.SetUtcNow(new(2026, 11, day, 23, 0, 0, TimeSpan.Zero));

        (await _commands.Load(OneInstitution.Id, Today, lines, default)).ShouldBe(new(verdict, 1));
        (await _commands.Load(OneInstitution.Id, Today.AddDays(-1), lines, default)).Verdict.ShouldBe(LoadVerdict.NoFile);
    }

    [Fact]
    public async Task The_export_names_the_learner_and_says_so_once_the_learner_is_erased()
    {
        await Do(CredentialStatus.Valid);
        (await Csv()).ShouldBe(
        [
            "action,record,studentNumber,personId,code,titleFr,titleEn,awarded,award",
            $"enter,academic-award,900123456,person,MC-WATER,Échantillonnage de l’eau,Water sampling,2026-02-01,{StepScene.Id()}",
            "",
        ]);

        await _scene.Storage.Erase(OneInstitution.Id, "maelle@example.ca", default);
        (await Csv())[1].ShouldStartWith("enter,academic-award,erased,erased,");
        await Do(CredentialStatus.Revoked);
        (await Csv())[2].ShouldStartWith("withdraw,academic-award,erased,erased,");
    }

    [Fact]
    public void A_title_that_begins_like_a_formula_stays_text()
    {
        var line = new RecordLine(
            StepScene.Id(),
            0,
            RecordAction.Enter,
            RecordTargetKind.CoCurricular,
            "l",
            "C",
            new("=1+1", "a \"b\", c"),
            Today,
            _scene.Time.GetUtcNow());
        Encoding
            .UTF8.GetString(RecordFileWriter.Write([new(line, null)]))
            .Split("\r\n")[1]
            .ShouldBe($"enter,co-curricular,erased,erased,C,\"'=1+1\",\"a \"\"b\"\", c\",2026-11-24,{StepScene.Id()}");
    }

    [Theory]
    [InlineData("20261124/lacnord-abc-0/12", true)]
    [InlineData("MC1/3", false)]
    [InlineData("20261324/lacnord-abc-0/1", false)]
    [InlineData("0ad2-5dd7-953c-1727a33819bc", false)]
    public void A_place_in_a_file_is_told_from_an_id_of_the_SIS(string reference, bool isPlace)
    {
        RecordPlace.TryParse(reference, out var place).ShouldBe(isPlace);
        if (isPlace)
            place.ToString().ShouldBe(reference);
    }

    private Task<IReadOnlyList<RecordLine>> Lines() => _files.Lines(OneInstitution.Id, Today, default);

    private async Task<string[]> Csv() =>
        Encoding.UTF8.GetString(RecordFileWriter.Write(await _commands.Export(OneInstitution.Id, Today, default))).Split("\r\n");


    private Task<StepResult> Do(CredentialStatus goal, StepState state = StepState.Pending, string? reference = null) =>
        _work.Do(_scene.Context(StepScene.Step(StepName.Transcript, goal, state, reference)), default);
}
