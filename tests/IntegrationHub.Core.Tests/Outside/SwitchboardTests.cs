using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Outside;

/// <summary>Calls to outside systems: in their pace, with patience, and with one item for an outage.</summary>
public sealed class SwitchboardTests
{
    private static readonly Connection Slow = OneInstitution.Only.Connections[ConnectionRole.Sis] with { Rate = 1 / 15.0 };

    private readonly Campus _campus = new();

    [Fact]
    public async Task Who_cannot_wait_is_told_when_the_system_has_time_again()
    {
        (await Call(Slow)).ShouldBe(7);
        var busy = await Should.ThrowAsync<OutsideException>(() => Call(Slow));
        (busy.Fault, busy.Message, busy.RetryAfter).ShouldBe(
            (OutsideFault.Throttled, "The double system's rate is used up for now.", TimeSpan.FromSeconds(15)));
        _campus.Time.Advance(TimeSpan.FromSeconds(13));
        (await Call(Slow)).ShouldBe(7, "two seconds are waited for");
    }

    [Fact]
    public async Task Work_that_nobody_waits_for_waits_longer_for_its_turn()
    {
        var paced = new PacedConnection(_campus.Gateway, OneInstitution.Only, Slow);
        (paced.Institution, paced.Connection).ShouldBe((OneInstitution.Only, Slow));
        await Call(Slow);
        var asking = paced.Ask(() => Task.FromResult(8), default);
        asking.IsCompleted.ShouldBeFalse();

        _campus.Time.Advance(TimeSpan.FromSeconds(15));

        (await asking).ShouldBe(8);
    }

    [Fact]
    public async Task A_system_that_is_down_is_not_called_until_it_is_tried_again_and_then_its_item_goes_away()
    {
        for (var failure = 0; failure < 3; failure++)
            await Should.ThrowAsync<OutsideException>(() => Fail(OutsideFault.Unavailable));
        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                item => item.Cause.ShouldBeOfType<SystemDown>(),
                item => item.Source.ShouldBe("Mail"),
                item => item.Detail.ShouldBe("It failed."));

        var waiting = await Should.ThrowAsync<OutsideException>(() => Call(Mail));
        (waiting.Fault, waiting.RetryAfter).ShouldBe((OutsideFault.Throttled, TimeSpan.FromSeconds(30)));
        waiting.Message.ShouldBe($"The double system does not answer; the next try is at {_campus.Time.GetUtcNow().AddSeconds(30):O}.");

        _campus.Time.Advance(TimeSpan.FromSeconds(30));
        (await Call(Mail)).ShouldBe(7);
        _campus.Attention.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OutsideFault.Refused)]
    [InlineData(OutsideFault.Throttled)]
    [InlineData(OutsideFault.Unreadable)]
    public async Task A_system_that_answers_no_or_later_or_nonsense_is_not_down(OutsideFault fault)
    {
        for (var failure = 0; failure < 5; failure++)
            await Should.ThrowAsync<OutsideException>(() => Fail(fault));

        _campus.Attention.ShouldBeEmpty();
        (await Call(Mail)).ShouldBe(7);
    }

    private static Connection Mail => OneInstitution.Only.Connections[ConnectionRole.Mail];

    private Task<int> Call(Connection connection) =>
        _campus.Gateway.CallSoon(OneInstitution.Only, connection, () => Task.FromResult(7), default);

    private Task<int> Fail(OutsideFault fault) =>
        _campus.Gateway.CallSoon<int>(OneInstitution.Only, Mail, () => throw new OutsideException(fault, "It failed."), default);
}
