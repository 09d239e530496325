using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>The storage fails within a step's work, e.g. a disk that takes no document: the step waits and goes on by itself.</summary>
public sealed class SilentStorageTests
{
    private readonly Campus _campus = new();

    public static TheoryData<ConnectionRole, StepName> Steps => new()
    {
        { ConnectionRole.Sis, StepName.Transcript },
        { ConnectionRole.Badges, StepName.Badge },
        { ConnectionRole.Channel, StepName.Channel },
        { ConnectionRole.Mail, StepName.Learner },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_waits_while_the_storage_does_not_answer_and_nobody_is_asked(ConnectionRole system, StepName step)
    {
        var isDown = false;
        _campus.Outside.Before[system] = () =>
            isDown ? new StorageSilentException("The storage did not do what was asked of it (503 ServerBusy).") : null;
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.WorkOnce();
        isDown = true;
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus.Award![step].ShouldSatisfyAllConditions(
            waiting => waiting.State.ShouldBe(StepState.Waiting),
            waiting => waiting.Error.ShouldBe("The storage did not do what was asked of it (503 ServerBusy)."),
            waiting => waiting.Attempts.ShouldBeInRange(5, 10));
        _campus.Attention.ShouldBeEmpty();
        (await _campus.Sweeper.Sweep(default)).ShouldBe(0, "it is on its way, not stuck");

        isDown = false;
        await _campus.Pass(TimeSpan.FromHours(3));

        _campus.Award.Steps.ShouldAllBe(each => each.State == StepState.Done);
        (_campus.Attention.Count, _campus.Waiting, _campus.Storage.OpenAwards.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_system_is_not_called_down_for_the_storage_s_sake()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new StorageSilentException("503");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Pass(TimeSpan.FromHours(1));

        (await ((IConnectionStates)_campus.Storage).Read(OneInstitution.Id, nameof(ConnectionRole.Badges), default)).IsDown.ShouldBeFalse();
    }

    [Fact]
    public async Task The_sweeper_and_the_calendar_stop_at_the_first_silence()
    {
        await _campus.Deliver(OneInstitution.Assessed(91), OneInstitution.Assessed(92, "event-2", "900100002"));
        for (var message = 0; message < 3; message++)
            await _campus.WorkOnce();
        _campus.LoseMessages();
        await _campus.Pass(TimeSpan.FromMinutes(11));
        var reads = 0;
        _campus.Storage.BeforeRead = () =>
        {
            reads++;
            throw new StorageSilentException("503");
        };

        await Should.ThrowAsync<StorageSilentException>(() => _campus.Sweeper.Sweep(default));
        reads.ShouldBe(1);
    }
}
