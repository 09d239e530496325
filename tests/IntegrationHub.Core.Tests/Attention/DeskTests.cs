using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Testing.Storage;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Attention;

/// <summary>What people do with what waits for them.</summary>
public sealed class DeskTests
{
    private static readonly LearnerReference Reference = new(LearnerReferenceKind.LmsId, "7777");

    private readonly Campus _campus = new();

    [Fact]
    public async Task Nothing_is_replayed_of_an_award_that_there_is_not() =>
        (await _campus.Steps.Replay(new(DossierId.Of(OneInstitution.Id, "nobody", "x"), 0), null, default)).ShouldBeNull();

    [Fact]
    public async Task A_step_that_waits_is_replayed_when_it_is_named_and_not_among_the_failed()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Throttled, "Too many.");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        (await _campus.Steps.Replay(_campus.Award!.Id, null, default)).ShouldBe([]);
        (await _campus.Steps.Replay(_campus.Award.Id, StepName.Badge, default)).ShouldBe([StepName.Badge]);
        _campus.Outside.Before.Clear();
        await _campus.Work();

        _campus.Award![StepName.Badge].State.ShouldBe(StepState.Done);
        _campus.Dossier.Timeline.ShouldContain(entry => entry.Event == TimelineEvent.Replayed && entry.Step == StepName.Badge);
    }

    [Theory]
    [InlineData("elsewhere", "lms", IdentifyVerdict.UnknownInstitution)]
    [InlineData(OneInstitution.Id, "other", IdentifyVerdict.UnknownSource)]
    public async Task Nobody_is_named_for_an_institution_or_source_that_there_is_not(
        string institution,
        string source,
        IdentifyVerdict verdict
    ) => (await _campus.Identities.Identify(institution, source, Reference, "900100001", default)).ShouldBe(new Identified(verdict, null));

    [Fact]
    public async Task Naming_the_learner_of_a_settled_item_names_nobody() =>
        (await _campus.Identities.Identify(OneInstitution.Id, "no-such-item", "900100001", default)).ShouldBe(IdentifyVerdict.NothingWaits);

    [Fact]
    public async Task Only_an_item_about_a_learner_can_be_settled_by_naming_one()
    {
        await _campus.Deliver(
            OneInstitution.Assessed(95) with
            {
                Courses = ["9999"],
                Kind = CompletionKind.Completed,
                Assessment = null,
                Score = null,
            });
        await _campus.Work();

        (await _campus.Identities.Identify(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, "900100001", default)).ShouldBe(
            IdentifyVerdict.NothingWaits);
    }

    [Fact]
    public async Task Whose_number_the_SIS_does_not_know_stays_unknown()
    {
        await Stranger();
        (await _campus.Identities.Identify(OneInstitution.Id, _campus.Attention.ShouldHaveSingleItem().Id, "999999999", default)).ShouldBe(
            IdentifyVerdict.UnknownStudent);
        await _campus.Work();
        _campus.Attention.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Naming_one_stranger_lets_others_wait_on()
    {
        await Stranger();
        await Stranger("8888");

        await _campus.Identities.Identify(OneInstitution.Id, "lms", Reference, "900100001", default);
        await _campus.Work();

        _campus.Award.ShouldNotBeNull();
        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(item => item.Subject.Text.ShouldBe("LmsId: 8888"), item => item.Count.ShouldBe(1));
    }

    [Fact]
    public async Task What_waits_for_a_person_cannot_be_dismissed()
    {
        await Stranger();
        var item = _campus.Attention.ShouldHaveSingleItem().Id;
        var waiting = (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldHaveSingleItem();
        (await _campus.Storage.Read(waiting.Payload, default)).ShouldNotBeNull();

        (await _campus.Dismiss(item)).ShouldBe(DismissVerdict.Needed);

        _campus.Attention.ShouldHaveSingleItem().Id.ShouldBe(item);
        (await _campus.Storage.Waiting(OneInstitution.Id, item, default).ToListAsync()).ShouldHaveSingleItem();
        (await _campus.Storage.Read(waiting.Payload, default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task What_is_dismissed_without_a_reason_stays(string? reason)
    {
        await _campus.Storage.Raise(SourceSilent.Of(OneInstitution.Id, "lms"), default);

        (await _campus.Dismiss(_campus.Attention.ShouldHaveSingleItem().Id, reason)).ShouldBe(DismissVerdict.ReasonMissing);
        (await _campus.Dismiss(_campus.Attention.ShouldHaveSingleItem().Id, new string('x', 301))).ShouldBe(DismissVerdict.ReasonMissing);

        _campus.Attention.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_dismissed_is_kept_for_ninety_days()
    {
        await _campus.Storage.Raise(SourceSilent.Of(OneInstitution.Id, "lms"), default);
        var item = _campus.Attention.ShouldHaveSingleItem().Id;
        (await _campus.Dismiss(item)).ShouldBe(DismissVerdict.Dismissed);
        var (reader, dismissed) = (_campus.Get<AttentionReader>(), _campus.Time.GetUtcNow());

        await reader.Purge(dismissed.AddDays(Dismissal.DaysKept).AddMinutes(-1), default);
        (await _campus.Desk.Restore(OneInstitution.Id, item, default)).ShouldBeTrue();
        _campus.Attention.ShouldHaveSingleItem().Id.ShouldBe(item);
        await _campus.Dismiss(item);
        await reader.Purge(dismissed.AddDays(Dismissal.DaysKept), default);

        (await _campus.Desk.Restore(OneInstitution.Id, item, default)).ShouldBeFalse();
        (await reader.All(null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_put_aside_goes_on_waiting_and_goes_on_once_it_is_settled()
    {
        await Stranger();
        var item = _campus.Attention.ShouldHaveSingleItem().Id;

        (await _campus.Desk.PutAside(OneInstitution.Id, item, _campus.Time.GetUtcNow(), default)).ShouldBeTrue();
        _campus.Attention.ShouldHaveSingleItem().IsAside(_campus.Time.GetUtcNow()).ShouldBeTrue();
        await Stranger(id: "7777", again: "again");
        _campus
            .Attention.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                aside => aside.IsAside(_campus.Time.GetUtcNow()).ShouldBeTrue(),
                aside => aside.IsAside(_campus.Time.GetUtcNow().AddDays(AttentionCommands.DaysAside)).ShouldBeFalse(),
                aside => aside.Count.ShouldBe(2));

        await _campus.Identities.Identify(OneInstitution.Id, item, "900100001", default);
        await _campus.Work();
        _campus.Award.ShouldNotBeNull();
        _campus.Attention.ShouldBeEmpty();
        (await _campus.Desk.PutAside(OneInstitution.Id, item, _campus.Time.GetUtcNow(), default)).ShouldBeFalse();
    }

    /// <summary>Every cause is here with its answer, so that a new one has to be thought about.</summary>
    [Theory]
    [InlineData("UnknownLearner", false)]
    [InlineData("AmbiguousLearner", false)]
    [InlineData("AccountPassedOn", false)]
    [InlineData("UnknownOffering", false)]
    [InlineData("UnreadableDelivery", false)]
    [InlineData("ApprovalNeeded", false)]
    [InlineData("PrerequisiteMissing", false)]
    [InlineData("RegradeBelowThreshold", false)]
    [InlineData("UncertainResult", false)]
    [InlineData("UncertainTime", false)]
    [InlineData("NameMissing", false)]
    [InlineData("ResultMissing", false)]
    [InlineData("MessageFailed", true)]
    [InlineData("StepFailed", true)]
    [InlineData("SystemDown", true)]
    [InlineData("CredentialRefused", true)]
    [InlineData("SecretEnding", true)]
    [InlineData("ReconciliationPartial", true)]
    [InlineData("CatalogueFault", true)]
    [InlineData("SourceSilent", true)]
    public async Task What_an_award_depends_on_cannot_be_dismissed(string cause, bool canBe)
    {
        var item = await Raised(cause);

        (await _campus.Dismiss(item.Id) == DismissVerdict.Dismissed).ShouldBe(canBe);

        _campus.Attention.Any(open => open.Id == item.Id).ShouldBe(!canBe);
    }

    [Fact]
    public void Of_every_cause_it_is_said_whether_it_can_be_dismissed() =>
        typeof(DeskTests)
            .GetMethod(nameof(What_an_award_depends_on_cannot_be_dismissed))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false)
            .Cast<InlineDataAttribute>()
            .Select(data => (string)data.Data[0]!)
            .ShouldBe(StoredItems.Causes.Select(cause => cause.Name), ignoreOrder: true);

    [Theory]
    [InlineData("act", false)]
    [InlineData("move", false)]
    [InlineData("part", false)]
    [InlineData("recognition", false)]
    [InlineData("release", false)]
    [InlineData("letter", true)]
    [InlineData("reconcile", true)]
    [InlineData("erase", true)]
    public async Task A_message_on_which_an_award_depends_is_sent_again_and_not_dismissed(string kind, bool canBe)
    {
        var texts = new MessageTexts();
        var text = GoldenMessages
            .All.Select(golden => texts.Write(Messages.Read(golden).Message))
            .First(text => text.StartsWith($"{kind} ", StringComparison.Ordinal));
        var item = await Raised("MessageFailed", text);

        (await _campus.Dismiss(item.Id) == DismissVerdict.Dismissed).ShouldBe(canBe);
    }

    [Fact]
    public async Task A_delivery_that_failed_cannot_be_dismissed_while_it_waits()
    {
        await _campus.Own(
            Core.Messaging.Envelope.Of(
                "failed",
                new DeliveryArrived(OneInstitution.Id, PlainLms.Delivery([OneInstitution.Assessed(95)], _campus.Time.GetUtcNow()))));

        (await _campus.Dismiss(_campus.Attention.ShouldHaveSingleItem().Id)).ShouldBe(
            DismissVerdict.Needed);

        await _campus.Desk.Retry(OneInstitution.Id, _campus.Attention.Single().Id, default);
        await _campus.Work();
        _campus.Award.ShouldNotBeNull();
    }

    private async Task<AttentionItem> Raised(string cause, string? subject = null)
    {
        var item = StoredItems.Of(cause, new("lms", subject ?? "", subject));
        await _campus.Storage.Raise(item, default);
        return item;
    }

    private async Task Stranger(string id = "7777", string again = "")
    {
        await _campus.Deliver(OneInstitution.Assessed(95, $"event-{id}{again}") with { Learner = [new(LearnerReferenceKind.LmsId, id)] });
        await _campus.Work();
    }
}
