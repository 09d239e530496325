using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>Deliveries that cannot be taken as they are: none is lost, and a person is told what to mend.</summary>
public sealed class DeliveryFateTests
{
    private readonly Campus _campus = new();

    private AttentionItem Item => _campus.Attention.ShouldHaveSingleItem();

    [Fact]
    public async Task A_delivery_whose_source_is_gone_waits_until_it_is_back()
    {
        var delivery = PlainLms.Delivery([OneInstitution.Assessed(91)], _campus.Time.GetUtcNow()) with { Source = "old-lms" };
        await Send(delivery);

        (Item.Cause.Name, Item.Source).ShouldBe(("UnreadableDelivery", "old-lms"));
        Item.Detail.ShouldStartWith("The institution has no such source any more. (held/");
        (await _campus.Storage.Waiting(OneInstitution.Id, Item.Id, default).ToListAsync()).ShouldHaveSingleItem().TrackingId.ShouldBe("id");
    }

    [Fact]
    public async Task A_delivery_whose_kept_payload_is_gone_says_so()
    {
        await _campus.Send(Envelope.Of("tracked", new DeliveryKept(OneInstitution.Id, "nowhere.json")), null, default);
        await _campus.Work();

        (Item.Cause.Name, Item.Source, Item.Subject.Text).ShouldBe(("MessageFailed", QueueNames.Completions, "tracked"));
        Item.Detail.ShouldBe("The kept payload is gone: its time was over, or it was erased.");
    }

    [Fact]
    public async Task What_cannot_be_read_goes_on_once_it_can()
    {
        await Send(new("lms", _campus.Time.GetUtcNow(), new Dictionary<string, string>(), "no JSON"));
        Item.Detail.ShouldStartWith("The body is no JSON. (held/");
        var waiting = (await _campus.Storage.Waiting(OneInstitution.Id, Item.Id, default).ToListAsync()).ShouldHaveSingleItem();
        _campus.Storage.Replace(waiting.Payload, PlainLms.Delivery([OneInstitution.Assessed(91)], _campus.Time.GetUtcNow()));

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stands_beside_something_damaged_counts_at_once_and_the_rest_once_it_can_be_read()
    {
        var second = OneInstitution.Assessed(92, "event-2", "900100002");
        var delivery = PlainLms.Delivery(
            [
                OneInstitution.Assessed(0, "It has no time.") with { EventName = PlainLms.Damaged },
                OneInstitution.Assessed(91),
                OneInstitution.Assessed(0, "It has no learner.") with { EventName = PlainLms.Damaged },
            ],
            _campus.Time.GetUtcNow());
        await Send(delivery);
        await Send(delivery);

        _campus.Award.ShouldNotBeNull();
        Item.Detail.ShouldStartWith("It has no time. (held/");
        var waiting = (await _campus.Storage.Waiting(OneInstitution.Id, Item.Id, default).ToListAsync()).ShouldHaveSingleItem();

        _campus.Storage.Replace(waiting.Payload, PlainLms.Delivery([OneInstitution.Assessed(91), second], _campus.Time.GetUtcNow()));
        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        _campus.Attention.ShouldBeEmpty();
        _campus.Storage.All.SelectMany(dossier => dossier.Awards).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_completion_that_is_read_differently_now_is_offered_as_a_whole()
    {
        var address = await _campus.Storage.Keep(
            OneInstitution.Id,
            "kept",
            PlainLms.Delivery([OneInstitution.Assessed(91)], _campus.Time.GetUtcNow()),
            default);
        await _campus.Send(Envelope.Of("id", new DeliveryKept(OneInstitution.Id, address, "an-id-of-before")), null, default);
        await _campus.Work();
        Item.Detail.ShouldStartWith("What waited is read differently now: try again to read all of the delivery.");
        _campus.Storage.All.ShouldBeEmpty();

        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_the_completion_that_a_message_names_is_taken()
    {
        var address = await _campus.Storage.Keep(
            OneInstitution.Id,
            "kept",
            PlainLms.Delivery([OneInstitution.Assessed(91), OneInstitution.Assessed(50, "event-2")], _campus.Time.GetUtcNow()),
            default);
        await _campus.Send(Envelope.Of("id", new DeliveryKept(OneInstitution.Id, address, "event-2")), null, default);
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("event-2");
    }

    [Fact]
    public async Task Two_events_under_one_id_are_not_both_believed()
    {
        await _campus.Deliver(OneInstitution.Assessed(91) with { Digest = "one" });
        await _campus.Work();
        await _campus.Deliver(OneInstitution.Assessed(95) with { Digest = "another" });
        await _campus.Work();

        _campus.Dossier.Evidence.ShouldHaveSingleItem().Score!.Raw.ShouldBe(91);
        Item.Cause.ShouldBeOfType<UnreadableDelivery>();
        Item.Detail.ShouldStartWith("Another event came before under the same id.");
    }

    [Fact]
    public async Task Who_is_named_while_the_completion_is_set_aside_does_not_wait_at_all()
    {
        var stranger = new LearnerReference(LearnerReferenceKind.LmsId, "7777");
        var asked = false;

        var campus = new Campus(
            OneInstitution.With(source =>
                source with
                {
                    Api = OneInstitution.Only.Connections[ConnectionRole.Lms] with { Source = "lms" },
                    Learners = new() { Stated = [IntegrationHub.Core.Model.Institutions.MatchingStrategy.Lms] },
                }));
        campus.Outside.Before[ConnectionRole.Lms] = () =>
        {
            if (!asked)
            {
                asked = true;
                campus.Identities.Identify(OneInstitution.Id, "lms", stranger, "900100001", default).GetAwaiter().GetResult();
            }

            return null;
        };
        await campus.Deliver(OneInstitution.Assessed(95) with { Learner = [stranger] });
        await campus.Work();

        asked.ShouldBeTrue();
        campus.Award.ShouldNotBeNull();
        campus.Attention.ShouldBeEmpty();
        campus.Storage.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_comes_twice_while_it_waits_is_held_once_and_released_without_a_rest()
    {
        var stranger = OneInstitution.Assessed(95) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] };
        await _campus.Deliver(stranger);
        await _campus.Deliver(stranger);
        await _campus.Work();
        _campus.Storage.Held.ShouldHaveSingleItem();

        await _campus.Identities.Identify(OneInstitution.Id, Item.Id, "900100001", default);
        await _campus.Work();

        _campus.Storage.Held.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whom_nobody_could_look_up_for_three_days_a_person_is_asked()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Unauthorised, "The SIS answered 403.");
        await _campus.Deliver(OneInstitution.Assessed(95));
        await _campus.Pass(TimeSpan.FromHours(90));

        var item = _campus.Attention.Single(item => item.Cause is UnknownLearner);
        item.Detail.ShouldBe("The SIS answered 403.");
        _campus.Storage.Held.ShouldHaveSingleItem();

        _campus.Outside.Before.Clear();
        await _campus.Desk.Retry(OneInstitution.Id, item.Id, default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus.Storage.Held.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_SIS_that_names_its_own_delay_is_asked_no_sooner()
    {
        _campus.Outside.Before[ConnectionRole.Sis] = () =>
            new OutsideException(OutsideFault.Throttled, "Too many.", TimeSpan.FromMinutes(50));
        await _campus.Deliver(OneInstitution.Assessed(95));
        await _campus.Work();
        var calls = _campus.Outside.Calls[ConnectionRole.Sis];
        _campus.Outside.Before.Clear();

        await _campus.Pass(TimeSpan.FromMinutes(49));
        _campus.Outside.Calls[ConnectionRole.Sis].ShouldBe(calls);
        await _campus.Pass(TimeSpan.FromMinutes(10));

        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
    }

    private async Task Send(StoredDelivery delivery)
    {
        await _campus.Send(Envelope.Of("id", new DeliveryArrived(OneInstitution.Id, delivery)), null, default);
        await _campus.Work();
    }
}
