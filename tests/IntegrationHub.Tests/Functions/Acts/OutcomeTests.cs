using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Steps;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Testing.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Functions.Acts;

/// <summary>What came of an act, said to a page and to the API.</summary>
public sealed class OutcomeTests
{
    private const string Lms = OneInstitution.Id;

    private readonly Campus _campus = new();
    private readonly AttentionActs _items;
    private readonly AwardActs _awards;

    public OutcomeTests() =>
        (_items, _awards) = (
            new(_campus.Desk, _campus.Identities, _campus.Awards, _campus.Doubts, _campus.Time),
            new(_campus.Steps, _campus.Awards));

    [Theory]
    [InlineData("identify", " ", 400)]
    [InlineData("identify", "999999999", 422)]
    [InlineData("identify", "900100001", 202)]
    [InlineData("retry", null, 202)]
    [InlineData("waive", null, 404)]
    [InlineData("aside", null, 202)]
    [InlineData("dismiss", null, 409)]
    public async Task An_act_on_an_item_about_an_unknown_learner_comes_to_the_same_everywhere(string act, string? number, int status)
    {
        await Stranger();

        Is(await Act(act, _campus.Attention.ShouldHaveSingleItem().Id, number), status);
    }

    [Theory]
    [InlineData("identify")]
    [InlineData("retry")]
    [InlineData("waive")]
    [InlineData("take")]
    [InlineData("discard")]
    [InlineData("aside")]
    [InlineData("restore")]
    public async Task Where_the_item_is_settled_nothing_is_done(string act) => Is(await Act(act, "no-such-item", "900100001"), 404);

    [Fact]
    public async Task To_a_page_a_second_dismissal_is_the_first_and_the_api_says_that_there_is_nothing_to_dismiss() =>
        Is(await Act("dismiss", "no-such-item", null), inApi: 404, onPage: 202);

    [Fact]
    public async Task A_SIS_that_does_not_answer_is_said()
    {
        await Stranger();
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Unavailable, "No answer.");

        Is(await Act("identify", _campus.Attention.ShouldHaveSingleItem().Id, "900100001"), 503);
    }

    [Fact]
    public async Task A_SIS_that_does_not_answer_is_said_of_a_move_and_a_merger_too()
    {
        await Delivered(OneInstitution.Assessed(91));
        _campus.Outside.Before[ConnectionRole.Sis] = () => new OutsideException(OutsideFault.Unavailable, "No answer.");

        Is(await _awards.Move($"{_campus.Award!.Id}", new("Wrong person.", "900100002"), default), 503);
        Is(await _awards.Merge(Lms, new("900100001", "900100002"), default), 503);
    }

    [Theory]
    [InlineData("revoke", null, true, 400)]
    [InlineData("revoke", "Wrong cohort.", false, 400)]
    [InlineData("revoke", "Wrong cohort.", true, 202)]
    [InlineData("approve", null, true, 409)]
    public async Task A_decision_about_an_award_comes_to_the_same_everywhere(string act, string? reason, bool isConfirmed, int status)
    {
        await Delivered(OneInstitution.Assessed(91));

        Is(await _awards.Decide($"{_campus.Award!.Id}", act, new(reason), isConfirmed, default), status);
    }

    [Fact]
    public async Task Where_there_is_no_such_act_step_or_award_the_page_is_not_there_and_the_api_says_why()
    {
        var nobody = $"{new AwardId(DossierId.Of(Lms, "nobody", "x"), 0)}";

        Is(await _awards.Decide(nobody, "bless", null, true, default), inApi: 400, onPage: 404);
        Is(await _awards.Replay(nobody, "diploma", default), inApi: 400, onPage: 404);
        Is(await _awards.Replay(nobody, null, default), 404);
        Is(await _awards.Decide("x", "revoke", null, true, default), 404);
        Is(await _awards.Move("x", null, default), 404);
        Is(await _awards.Decide(nobody, "revoke", null, true, default), 404);
    }

    private Task<ActOutcome> Act(string act, string item, string? number) => act switch
    {
        "restore" => _items.Restore(Lms, item, default),
        "identify" => _items.Identify(Lms, item, new(number), default),
        "retry" => _items.Retry(Lms, item, default),
        "waive" => _items.Waive(Lms, item, default),
        "take" => _items.Take(Lms, item, new(number)),
        "discard" => _items.Discard(Lms, item, new(number)),
        "aside" => _items.PutAside(Lms, item, default),
        _ => _items.Dismiss(Lms, item, new("settled by telephone")),
    };

    [Fact]
    public async Task Of_an_award_that_is_gone_it_is_said_that_it_is_gone()
    {
        var gone = new AwardId(DossierId.Of(Lms, "nobody", "water-sampling"), 0);
        var item = StepFailed.Of(gone, StepName.Badge);
        await _campus.Storage.Raise(item, default);

        var retried = (await _items.Retry(Lms, item.Id, default)).ShouldBeOfType<Refused>();
        Is(retried, 404);
        retried.Text.ShouldBe("api.awardGone");
        Is(await _items.Retry(Lms, item.Id, default), 404);
        Is(await _awards.Replay($"{gone}", "badge", default), 404);
    }

    private Task Stranger() => Delivered(OneInstitution.Assessed(95) with { Learner = [new(LearnerReferenceKind.LmsId, "7777")] });

    private async Task Delivered(Completion completion)
    {
        await _campus.Deliver(completion);
        await _campus.Work();
    }

    private static void Is(ActOutcome outcome, int status) => Is(outcome, inApi: status, onPage: status);

    /// <summary>Whom a page sends on it has obeyed.</summary>
    private static void Is(ActOutcome outcome, int inApi, int onPage)
    {
        ((IStatusCodeHttpResult)outcome.InApi(new DefaultHttpContext().Request)).StatusCode.ShouldBe(inApi);
        var page = outcome.OnPage(Console.Pages.Context());
        (page is RedirectHttpResult ? StatusCodes.Status202Accepted : ((IStatusCodeHttpResult)page).StatusCode).ShouldBe(onPage);
    }
}
