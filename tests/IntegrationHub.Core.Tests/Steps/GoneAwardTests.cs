using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Steps;

/// <summary>An award whose learner was erased, or that there never was: its item is settled by a retry, and nothing comes of it.</summary>
public sealed class GoneAwardTests
{
    private static readonly AwardId Nobody = new(DossierId.Of(OneInstitution.Id, "nobody", "water-sampling"), 0);

    private readonly Campus _campus = new();

    private AttentionItem Item => _campus.Attention.ShouldHaveSingleItem();

    [Fact]
    public async Task A_retry_of_a_step_of_an_erased_award_says_that_it_is_gone_and_settles_the_item()
    {
        await FailedAndErased();

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.AwardGone);

        await NothingComes();
    }

    [Fact]
    public async Task A_replay_of_a_step_of_an_erased_award_finds_none_and_settles_the_item()
    {
        await FailedAndErased();

        (await _campus.Steps.Replay(Item.Award!.Value, StepName.Badge, default)).ShouldBeNull();

        await NothingComes();
    }

    [Fact]
    public async Task A_replay_of_an_award_that_is_erased_before_it_is_handled_settles_the_item()
    {
        await Failed();
        await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default);
        await Erase();

        await NothingComes();
    }

    [Fact]
    public async Task A_retry_of_a_step_of_no_award_settles_the_item()
    {
        await _campus.Get<AttentionRaiser>().Raise(StepFailed.Of(Nobody, StepName.Badge, "no"), default);
        _campus.LoseMessages();

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.AwardGone);

        await NothingComes();
    }

    [Fact]
    public async Task A_message_about_no_award_that_failed_is_settled_by_a_retry_instead_of_failing_again()
    {
        await _campus.Own(Envelope.Of("id", new StepReplay(Nobody, StepName.Badge)));
        _campus.LoseMessages();

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.AwardGone);

        await NothingComes();
    }

    [Fact]
    public async Task A_badge_that_could_not_be_taken_back_before_the_erasure_is_still_to_be_taken_back()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
        var award = _campus.Dossier.Awards.ShouldHaveSingleItem();
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Refused, "no");
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        await _campus.Awards.Decide(award.Id, ActKind.Revoke, "a reason", default);
        await _campus.Work();
        await Erase();

        (await _campus.Desk.Retry(OneInstitution.Id, Item.Id, default)).ShouldBe(RetryVerdict.Sent);

        await _campus.Work();
        Item.Cause.ShouldBeOfType<StepFailed>();
    }

    private async Task NothingComes()
    {
        await _campus.Work();
        _campus.Attention.ShouldBeEmpty();
        _campus.Waiting.ShouldBe(0);
    }

    private async Task Failed()
    {
        _campus.Outside.Before[ConnectionRole.Badges] = () => new OutsideException(OutsideFault.Refused, "no");
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
    }

    private async Task FailedAndErased()
    {
        await Failed();
        await Erase();
    }

    /// <summary>Erased by a worker that was lost before the items went, or by one of the release before.</summary>
    private Task Erase() => _campus.Storage.Erase(_campus.Dossier.Id, _campus.Time.GetUtcNow(), default);
}
