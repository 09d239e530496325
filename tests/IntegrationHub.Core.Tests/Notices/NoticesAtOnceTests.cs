using System.Collections.Concurrent;
using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Steps;
using IntegrationHub.Core.Tests.Telemetry;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>Several workers meet at one notice that follows from no step: it is sent once.</summary>
public sealed class NoticesAtOnceTests
{
    private static readonly int[] Workers = [2, 3, 8];

    private readonly Campus _campus = new(
        OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["water-sampling"] = OneInstitution.WaterSampling with { Validity = new(12) },
            },
        });


    /// <summary>Every letter, and the card of an item.</summary>
    public static IEnumerable<string> Notices => [.. Enum.GetNames<LearnerNoticeKind>(), nameof(AlertDue)];

    public static IEnumerable<TheoryDataRow<string, int>> NoticesAndWorkers =>
        Notices.SelectMany(_ => Workers, (notice, workers) => new TheoryDataRow<string, int>(notice, workers));

    public static TheoryData<string> EachNotice => [.. Notices];

    [Theory]
    [MemberData(nameof(NoticesAndWorkers))]
    public async Task While_one_worker_sends_it_the_others_put_themselves_off(string notice, int workers)
    {
        var (system, message) = await Due(notice);
        var others = workers - 1;
        _campus.Outside.Before[system] = () =>
        {
            while (others-- > 0)
                _campus.Handle(message).GetAwaiter().GetResult();
            return null;
        };

        await _campus.Handle(message);

        Sent(system).ShouldHaveSingleItem();
        _campus.Waiting.ShouldBe(workers - 1, "who meets the claim waits for its end");
        await _campus.Pass(TimeSpan.FromHours(1));
        Sent(system).ShouldHaveSingleItem();
        (_campus.Waiting, _campus.Claims.Count).ShouldBe((0, 0));
    }

    [Theory]
    [MemberData(nameof(NoticesAndWorkers))]
    public async Task However_many_workers_take_it_at_the_same_moment_it_is_sent_once(string notice, int workers)
    {
        var (system, message) = await Due(notice);
        using var together = new Barrier(workers);

        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                _campus.Handle(message).GetAwaiter().GetResult();
            },
            default,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        await _campus.Pass(TimeSpan.FromHours(1));

        Sent(system).ShouldHaveSingleItem();
        _campus.Claims.Count.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(EachNotice))]
    public async Task Who_loses_the_claim_to_another_worker_sends_nothing(string notice)
    {
        var (system, message) = await Due(notice);
        _campus.Claims.BeforeWrite = () =>
        {
            _campus.Claims.BeforeWrite = null;
            _campus.Handle(message).GetAwaiter().GetResult();
        };

        await _campus.Handle(message);

        Sent(system).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(EachNotice))]
    public async Task A_kill_between_sending_and_noting_repeats_it_once_under_the_same_id_and_is_counted(string notice)
    {
        using var watched = new Watched();
        var (system, message) = await Due(notice);
        _campus.Outside.After[system] = () =>
        {
            _campus.Claims.BeforeWrite = () => throw new WorkerDied();
            return new WorkerDied();
        };
        await Should.ThrowAsync<WorkerDied>(() => _campus.Handle(message));
        (_campus.Outside.After[system], _campus.Claims.BeforeWrite) = (() => null, null);

        for (var delivery = 0; delivery < 3; delivery++)
            await _campus.Handle(message);
        Sent(system).ShouldHaveSingleItem("the lost worker may still be at it");
        await _campus.Pass(TimeSpan.FromHours(1));

        Sent(system).Count.ShouldBe(2);
        Sent(system).Distinct().ShouldHaveSingleItem();
        watched.Measured.ShouldContain(
            $"hub.notices.repeated institution={OneInstitution.Id} step={(system == ConnectionRole.Mail ? "Learner" : "Channel")}: 1");
        (_campus.Waiting, _campus.Claims.Count).ShouldBe((0, 0));
    }

    [Theory]
    [MemberData(nameof(EachNotice))]
    public async Task What_was_not_sent_is_no_repeat_when_it_is(string notice)
    {
        using var watched = new Watched();
        var (system, message) = await Due(notice);
        _campus.Outside.Before[system] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Handle(message);
        _campus.Claims.Count.ShouldBe(0);

        _campus.Outside.Before.Clear();
        await _campus.Pass(TimeSpan.FromHours(1));

        Sent(system).ShouldHaveSingleItem();
        watched.Measured.ShouldNotContain(line => line.StartsWith("hub.notices.repeated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_item_is_one_card_though_it_was_settled_and_raised_while_the_channel_was_down_and_a_new_one_is_another()
    {
        var (_, message) = await Due(nameof(AlertDue));
        await _campus.Handle(message);
        await _campus.Handle(message);
        _campus.Outside.Cards.ShouldHaveSingleItem();

        await _campus.Storage.Settle(OneInstitution.Id, ((AlertDue)message.Message).Item, default);
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        await Stranger();
        await _campus.Work();

        _campus.Outside.Cards.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_result_that_comes_thrice_at_once_is_one_letter()
    {
        for (var delivery = 0; delivery < 3; delivery++)
            await _campus.Deliver(OneInstitution.Assessed(60, attempt: "1"));
        var messages = new ConcurrentBag<Envelope>();
        for (var delivery = 0; delivery < 3; delivery++)
            await _campus.WorkOnce();
        while (_campus.Waiting > 0)
            messages.Add(_campus.Take().Envelope);
        messages.Count.ShouldBe(3, "each delivery asks for the letter: nobody knows how far the others went");

        await Task.WhenAll(messages.Select(message => Task.Run(() => _campus.Handle(message))));
        await _campus.Pass(TimeSpan.FromHours(1));

        _campus.Outside.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public void Whatever_sends_to_the_channel_or_a_learner_does_so_as_a_step_or_as_the_only_one()
    {
        var senders = typeof(LearnerNoticeSender).Assembly.GetTypes().Where(type => type.GetConstructors().Any(made =>
                        made.GetParameters()
                            .Any(parameter =>
                                parameter.ParameterType == typeof(IEnumerable<IMailbox>)
                                || parameter.ParameterType == typeof(IEnumerable<IChannel>))));

        senders.ShouldAllBe(type =>
            type.IsAssignableTo(typeof(IStepWork))
            || type.GetConstructors().Single().GetParameters().Any(parameter => parameter.ParameterType == typeof(DeduplicatedSender)));
        senders.Count().ShouldBe(4);
    }

    private IReadOnlyList<string> Sent(ConnectionRole system) =>
        [.. system == ConnectionRole.Mail ? _campus.Outside.Mails.Select(mail => mail.Id) : _campus.Outside.Cards.Select(card => card.Id)];

    /// <summary>A notice that is to be sent, and nothing else on its way.</summary>
    private async Task<(ConnectionRole System, Envelope Message)> Due(string notice)
    {
        if (notice == nameof(AlertDue))
            await Stranger();
        else
            await _campus.Deliver(OneInstitution.Assessed(notice == nameof(LearnerNoticeKind.NotYet) ? 60 : 91, attempt: "1"));
        if (notice == nameof(LearnerNoticeKind.Renewal))
        {
            await _campus.Work();
            _campus.Time.SetUtcNow(new(2027, 9, 3, 12, 0, 0, TimeSpan.Zero));
            await _campus.Calendar.Keep(default);
        }
        else
        {
            await _campus.WorkOnce();
        }

        _campus.Outside.Mails.Clear();
        _campus.Outside.Cards.Clear();
        var (queue, message) = _campus.Take();
        queue.ShouldBe(QueueNames.Notices);
        _campus.Waiting.ShouldBe(0);
        return (notice == nameof(AlertDue) ? ConnectionRole.Channel : ConnectionRole.Mail, message);
    }

    private Task Stranger() => _campus.Deliver(OneInstitution.Assessed(95) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] });
}
