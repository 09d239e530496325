using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>A person answers a doubt while another completion comes to wait for the same answer.</summary>
public sealed class DoubtRaceTests
{
    private readonly Campus _campus = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_came_to_wait_meanwhile_is_asked_about_anew_and_not_lost(bool isTaken)
    {
        await Doubtful("first");
        var item = _campus.Attention.ShouldHaveSingleItem().Id;
        var commands = new DoubtCommands(
            _campus.Storage,
            _campus.Get<HeldCompletions>(),
            _campus.Get<Readers>(),
            _campus.Get<IReconciledForm>(),
            _campus.Institutions,
            new Busy(_campus, () => Doubtful("second")),
            _campus.Time);

        (isTaken
            ? await commands.Take(OneInstitution.Id, item, "60", default)
            : await commands.Discard(OneInstitution.Id, item, "a slip", default)).ShouldBe(DoubtVerdict.Settled);
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("first");
        var again = _campus.Attention.ShouldHaveSingleItem();
        (await _campus.Storage.Waiting(OneInstitution.Id, again.Id, default).ToListAsync())
            .ShouldHaveSingleItem()
            .EventId.ShouldBe("second");
    }

    private async Task Doubtful(string id)
    {
        await _campus.Deliver(OneInstitution.Assessed(910, id, minute: id.Length));
        await _campus.Work();
    }

    /// <summary>Queues in front of which something happens once.</summary>
    private sealed class Busy(IQueues queues, Func<Task> meanwhile) : IQueues
    {
        private bool _isOver;

        public async Task Send(Envelope envelope, TimeSpan? delay, CancellationToken cancellation)
        {
            if (!_isOver)
            {
                _isOver = true;
                await meanwhile();
            }

            await queues.Send(envelope, delay, cancellation);
        }
    }
}
