using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Outside;

/// <summary>How fast a system is called by all instances together, and what happens while it is down (law 12).</summary>
public sealed class PaceTests
{
    private static readonly Connection Slow = OneInstitution.Only.Connections[ConnectionRole.Sis] with { Rate = 0.5 };
    private static readonly Connection Quick = OneInstitution.Only.Connections[ConnectionRole.Badges] with { Rate = 4 };

    private readonly FakeTimeProvider _time = new(new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly InMemoryStorage _states = new();
    private readonly ConnectionRateLimiter _one;
    private readonly ConnectionRateLimiter _other;
    private int _up;

    public PaceTests() => (_one, _other) = (new(_states, new(), _time), new(_states, new(), _time));

    [Fact]
    public async Task Two_instances_share_one_rate()
    {
        (await After(_one, Slow)).ShouldBe(0);
        (await After(_other, Slow)).ShouldBe(2);
        (await After(_one, Slow)).ShouldBe(4);
        (await After(_other, Slow)).ShouldBe(6);
    }

    [Fact]
    public async Task A_quick_system_s_slots_are_taken_a_second_at_once()
    {
        for (var call = 0; call < 4; call++)
            (await After(_one, Quick)).ShouldBe(call / 4.0);
        (await After(_other, Quick)).ShouldBe(1);
        (await After(_one, Quick)).ShouldBe(2);
        (await After(_other, Quick)).ShouldBe(1.25);
    }

    [Fact]
    public async Task After_a_pause_the_first_slot_is_now()
    {
        await After(_one, Slow);
        _time.Advance(TimeSpan.FromMinutes(5));
        (await After(_one, Slow)).ShouldBe(300);
        (await After(_one, Slow)).ShouldBe(302);
    }

    [Fact]
    public async Task Who_has_not_the_patience_takes_no_slot_from_who_has()
    {
        await After(_one, Slow);
        (await _one.Reserve(OneInstitution.Id, Slow, TimeSpan.FromSeconds(1), default)).At.ShouldBe(_time.Start.AddSeconds(2));
        (await After(_one, Slow)).ShouldBe(2);
        (await _one.Reserve(OneInstitution.Id, Slow, TimeSpan.FromSeconds(4), default)).At.ShouldBe(_time.Start.AddSeconds(4));
        (await After(_one, Slow)).ShouldBe(6);
    }

    [Fact]
    public async Task Other_systems_and_other_institutions_keep_their_own_pace()
    {
        await After(_one, Slow);
        (await After(_one, Slow with { Role = ConnectionRole.Mail })).ShouldBe(0);
        (await _one.Reserve("elsewhere", Slow, TimeSpan.MaxValue, default)).At.ShouldBe(_time.Start);
    }

    [Fact]
    public async Task After_three_failures_one_call_at_a_time_probes_after_30_seconds_doubling_to_15_minutes()
    {
        await After(_one, Quick);
        (await Fails()).ShouldBeFalse();
        (await Fails()).ShouldBeFalse();
        (await Fails()).ShouldBeTrue();
        var waits = new List<double>();
        for (var failure = 3; failure < 11; failure++)
        {
            var slot = await _other.Reserve(OneInstitution.Id, Quick, TimeSpan.MaxValue, default);
            slot.IsDown.ShouldBeTrue();
            waits.Add((slot.At - _time.GetUtcNow()).TotalSeconds);
            _time.Advance(slot.At - _time.GetUtcNow());
            var probe = await _other.Reserve(OneInstitution.Id, Quick, TimeSpan.MaxValue, default);
            (probe.IsDown, probe.At).ShouldBe((false, _time.GetUtcNow()));
            (await _other.Reserve(OneInstitution.Id, Quick, TimeSpan.MaxValue, default)).IsDown.ShouldBeTrue("one probe at a time");
            await _other.Unavailable(OneInstitution.Id, Quick, default);
        }

        waits.ShouldBe([30, 60, 120, 240, 480, 900, 900, 900]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3600, 900)]
    public async Task The_first_probe_comes_after_the_first_retry_s_delay_but_within_15_minutes(int firstRetry, int seconds)
    {
        await Fails();
        await Fails();
        var limiter = new ConnectionRateLimiter(_states, new() { FirstRetry = TimeSpan.FromSeconds(firstRetry) }, _time);
        await limiter.Unavailable(OneInstitution.Id, Quick, default);
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).ProbeAt.ShouldBe(_time.Start.AddSeconds(seconds));
    }

    [Fact]
    public async Task The_first_answer_lets_everybody_call_again_and_says_so_once()
    {
        await Fails();
        await Fails();
        await Fails();
        _time.Advance(TimeSpan.FromSeconds(30));
        (await _one.Reserve(OneInstitution.Id, Quick, TimeSpan.MaxValue, default)).IsDown.ShouldBeFalse();

        await Answers(_one);
        await Answers(_one);

        _up.ShouldBe(1);
        (await _other.Reserve(OneInstitution.Id, Quick, TimeSpan.MaxValue, default)).IsDown.ShouldBeFalse();
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).ShouldSatisfyAllConditions(
            state => state.Failures.ShouldBe(0),
            state => state.ProbeAt.ShouldBeNull());
    }

    [Fact]
    public async Task A_failure_that_comes_while_an_answer_is_noted_is_not_forgotten()
    {
        var states = new Meanwhile(_states);
        var pace = new ConnectionRateLimiter(states, new(), _time);
        await pace.Unavailable(OneInstitution.Id, Quick, default);
        Task? worse = null;
        states.AfterWrite = () => worse = pace.Unavailable(OneInstitution.Id, Quick, default);

        await Answers(pace);
        await worse.ShouldNotBeNull();
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).Failures.ShouldBe(1);

        await Answers(pace);
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Two_failures_that_an_answer_follows_are_forgotten_and_no_news()
    {
        await Fails();
        await Fails();
        await Answers(_one);
        (await Fails()).ShouldBeFalse();
        (await Fails()).ShouldBeFalse();
        _up.ShouldBe(0);
    }

    [Fact]
    public async Task Who_never_saw_a_failure_reads_nothing_when_a_system_answers()
    {
        await Fails();
        await Fails();
        await Fails();
        await Answers(_other);
        _up.ShouldBe(0);
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).IsDown.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_slower_to_write_takes_the_slot_after_the_quicker_and_forgets_no_failure()
    {
        var racing = new Racing(_states);
        var limiter = new ConnectionRateLimiter(racing, new(), _time);
        racing.Meanwhile = () => After(_other, Slow);
        (await After(limiter, Slow)).ShouldBe(2);

        racing.Meanwhile = async () =>
        {
            await Fails();
            await Fails();
        };
        (await limiter.Unavailable(OneInstitution.Id, Quick, default)).ShouldBeTrue("two of the other's and one of its own");

        racing.Meanwhile = () => Fails();
        await Answers(limiter);
        (await _states.Read(OneInstitution.Id, Quick.Name, default)).Failures.ShouldBe(0);
    }

    private async Task<double> After(ConnectionRateLimiter limiter, Connection connection)
    {
        var slot = await limiter.Reserve(OneInstitution.Id, connection, TimeSpan.MaxValue, default);
        slot.IsDown.ShouldBeFalse();
        return (slot.At - _time.Start).TotalSeconds;
    }

    private Task<bool> Fails() => _one.Unavailable(OneInstitution.Id, Quick, default);

    private Task Answers(ConnectionRateLimiter limiter) =>
        limiter.Answered(OneInstitution.Id, Quick, () => Task.FromResult(_up++), default);

    /// <summary>Another instance writes between this one's reading and writing, once.</summary>
    private sealed class Racing(IConnectionStates states) : IConnectionStates
    {
        public Func<Task>? Meanwhile { get; set; }

        public Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation) =>
            states.Read(institution, connection, cancellation);


        public async Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation)
        {
            if (Meanwhile is { } another)
            {
                Meanwhile = null;
                await another();
            }

            return await states.Write(institution, connection, state, cancellation);
        }
    }

    /// <summary>The states, with something that happens once as soon as one is written.</summary>
    private sealed class Meanwhile(IConnectionStates all) : IConnectionStates
    {
        public Action? AfterWrite { get; set; }

        public Task<ConnectionState> Read(string institution, string connection, CancellationToken cancellation) =>
            all.Read(institution, connection, cancellation);

        public async Task<bool> Write(string institution, string connection, ConnectionState state, CancellationToken cancellation)
        {
            var isWritten = await all.Write(institution, connection, state, cancellation);
            var after = AfterWrite;
            AfterWrite = null;
            after?.Invoke();
            return isWritten;
        }
    }
}
