using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Steps;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Transcripts;

/// <summary>The transcript entry is brought to where the award is, whatever was done before.</summary>
public sealed class TranscriptWorkTests
{
    private readonly StepScene _scene = new();
    private readonly TranscriptWork _work;

    public TranscriptWorkTests() =>
        _work = new(_scene.Storage, [_scene.Outside], new(new InMemoryRecordFiles(), _scene.Time), new(_scene.Storage));

    [Fact]
    public async Task An_award_that_stands_is_recorded_and_what_was_submitted_is_confirmed()
    {
        _scene.Outside.SisConfirms = false;
        var submitted = await Do(CredentialStatus.Valid);
        submitted.State.ShouldBe(StepState.Submitted);

        _scene.Outside.SisConfirms = true;
        (await Do(CredentialStatus.Valid, StepState.Submitted, submitted.Reference)).State.ShouldBe(StepState.Done);
        Entries.ShouldBe(1);
    }

    [Fact]
    public async Task A_suspension_leaves_the_record_alone_and_asks_nobody()
    {
        await Do(CredentialStatus.Valid);
        var calls = _scene.Outside.Calls[ConnectionRole.Sis];

        (await Do(CredentialStatus.Suspended, reference: "entry")).State.ShouldBe(StepState.Done);

        _scene.Outside.Calls[ConnectionRole.Sis].ShouldBe(calls);
        Entries.ShouldBe(1);
    }

    [Fact]
    public async Task A_revocation_takes_the_entry_back_also_where_its_id_was_never_noted()
    {
        await Do(CredentialStatus.Valid);

        (await Do(CredentialStatus.Revoked)).State.ShouldBe(StepState.Done);

        Entries.ShouldBe(0);
    }

    [Fact]
    public async Task A_revocation_where_nothing_was_written_is_done() =>
        (await Do(CredentialStatus.Revoked)).ShouldBe(new(StepState.Done));

    [Fact]
    public async Task A_withdrawal_that_the_registrar_must_roll_is_submitted_until_then()
    {
        await Do(CredentialStatus.Valid);
        _scene.Outside.SisConfirms = false;
        var submitted = await Do(CredentialStatus.Revoked);
        submitted.State.ShouldBe(StepState.Submitted);

        _scene.Outside.SisConfirms = true;
        (await Do(CredentialStatus.Revoked, StepState.Submitted, submitted.Reference)).State.ShouldBe(StepState.Done);
    }

    [Fact]
    public async Task An_award_that_is_upheld_after_its_entry_was_taken_back_is_recorded_again()
    {
        var recorded = await Do(CredentialStatus.Valid);
        await Do(CredentialStatus.Revoked, reference: recorded.Reference);

        (await Do(CredentialStatus.Valid, reference: recorded.Reference)).State.ShouldBe(StepState.Done);

        Entries.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_later_award_rests_on_is_not_taken_back_with_the_earlier()
    {
        var recorded = await Do(CredentialStatus.Valid);
        await _scene.Beside(StepScene.Award(StepScene.Step(StepName.Transcript, CredentialStatus.Valid, attempts: 0), cycle: 1));

        (await Do(CredentialStatus.Revoked, reference: recorded.Reference)).State.ShouldBe(StepState.Done);

        Entries.ShouldBe(1);
    }

    /// <summary>The id of a grade changes when the registrar rolls it: one award may have seen that, another not yet.</summary>
    [Fact]
    public async Task What_a_later_award_rests_on_is_not_taken_back_though_it_knows_it_by_another_id()
    {
        var recorded = await Do(CredentialStatus.Valid);
        await _scene.Beside(
            StepScene.Award(StepScene.Step(StepName.Transcript, CredentialStatus.Valid, StepState.Done, "as-rolled"), cycle: 1));

        (await Do(CredentialStatus.Revoked, reference: recorded.Reference)).State.ShouldBe(StepState.Done);

        Entries.ShouldBe(1);
    }

    /// <summary>
    /// A non-course record is a row of its own for each day; what both know by one reference is one row, as earlier releases wrote it.
    /// </summary>
    [Theory]
    [InlineData("W/2026-02-01", "W/2027-02-01", 0, 0)]
    [InlineData("W/1", "W/1", 365, 1)]
    [InlineData("W/1", "W/2027-02-01", 365, 0)]
    [InlineData("W/1", null, 365, 0)]
    [InlineData("W/1", null, 0, 1)]
    public async Task A_non_course_record_is_taken_back_unless_a_later_award_rests_on_that_same_row(
        string reference,
        string? later,
        int days,
        int left)
    {
        _scene.MicroCredential = _scene.MicroCredential with { Record = new(RecordTargetKind.NonCourse, Code: "W") };
        await Do(CredentialStatus.Valid);
        var other = StepScene.Award(StepScene.Step(StepName.Transcript, CredentialStatus.Valid, StepState.Done, later), cycle: 1);
        await _scene.Beside(other with { Earned = other.Earned.AddDays(days) });

        (await Do(CredentialStatus.Revoked, reference: reference)).State.ShouldBe(StepState.Done);

        Entries.ShouldBe(left);
    }

    [Theory]
    [InlineData(StepState.Waiting, true)]
    [InlineData(StepState.Running, true)]
    [InlineData(StepState.Done, false)]
    [InlineData(StepState.Failed, false)]
    public async Task A_later_award_waits_while_the_earlier_is_being_taken_back(StepState earlier, bool waits)
    {
        await _scene.Beside(StepScene.Award(StepScene.Step(StepName.Transcript, CredentialStatus.Revoked, earlier)));
        var step = StepScene.Step(StepName.Transcript, CredentialStatus.Valid, attempts: 0);

        if (waits)
            (await Should.ThrowAsync<OutsideException>(() => _work.Do(_scene.Context(step, cycle: 1), default))).IsTransient.ShouldBeTrue();
        else
            (await _work.Do(_scene.Context(step, cycle: 1), default)).State.ShouldBe(StepState.Done);
    }

    private int Entries => _scene.Outside.Entries.GetValueOrDefault(StepScene.Id().ToString());

    private Task<StepResult> Do(CredentialStatus goal, StepState state = StepState.Pending, string? reference = null) =>
        _work.Do(_scene.Context(StepScene.Step(StepName.Transcript, goal, state, reference)), default);
}
