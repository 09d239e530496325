using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>How a delivery of many events asks the register, whose answers take a while.</summary>
public sealed class AcquaintanceTests : IEventRegister
{
    private readonly DuplicateCheck _acquaintance;
    private int _asking;
    private int _mostAtOnce;
    private int _asked;
    private RegisteredEvent? _known;

    public AcquaintanceTests() => _acquaintance = new(this);

    [Fact]
    public async Task Sixteen_are_asked_for_at_once_however_many_a_delivery_brings()
    {
        (await Of(200)).ShouldBe(Familiarity.New);

        (_mostAtOnce, _asked).ShouldBe((16, 200));
    }

    [Fact]
    public async Task The_first_that_is_otherwise_settles_it_for_the_whole_delivery()
    {
        _known = new() { Digest = "something else" };

        (await Of(200)).ShouldBe(Familiarity.Conflicting);

        _asked.ShouldBe(16);
    }

    public async Task<RegisteredEvent?> Find(EventKey key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        var now = Interlocked.Increment(ref _asking);
        InterlockedMax(now);
        await Task.Delay(1, cancellation);
        Interlocked.Decrement(ref _asking);
        return _known;
    }

    public Task<RegisteredEvent?> Save(EventKey key, RegisteredEvent entry, CancellationToken cancellation) =>
        throw new NotSupportedException("Nothing is registered here.");

    private void InterlockedMax(int now)
    {
        for (var most = _mostAtOnce; now > most; most = _mostAtOnce)
            Interlocked.CompareExchange(ref _mostAtOnce, now, most);
    }

    private Task<Familiarity> Of(int events) => _acquaintance.Of(
        OneInstitution.Only,
        OneInstitution.Only.Sources["lms"],
        [.. Enumerable.Range(0, events).Select(i => OneInstitution.Assessed(91, $"event-{i}") with { Digest = "what it says" })],
        TestContext.Current.CancellationToken);
}
