using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Learners;

/// <summary>An account led to one student, who was awarded, and a person says that it is another's.</summary>
public sealed class PassedOnTests
{
    private const string First = "900100001";
    private const string Second = "900100002";
    private static readonly LearnerReference Account = new(LearnerReferenceKind.LmsId, "16");

    private readonly Campus _campus = new();

    [Theory]
    [InlineData("event-1")]
    [InlineData("reconciled-later")]
    public async Task The_same_completion_awards_the_second_only_after_a_question(string again)
    {
        await Deliver("event-1", First);
        await PassOn();

        await Deliver(again, First);

        var item = _campus.Attention.ShouldHaveSingleItem();
        item.Cause.ShouldBeOfType<AccountPassedOn>();
        item.Candidates.ShouldBe([First, Second]);
        _campus.Award.ShouldNotBeNull("nobody else is awarded");

        (await _campus.Identities.Identify(OneInstitution.Id, item.Id, Second, default)).ShouldBe(IdentifyVerdict.Remembered);
        await _campus.Work();

        _campus.Attention.ShouldBeEmpty();
        Awards().Count.ShouldBe(2, "a person said so");
    }

    [Fact]
    public async Task Where_the_first_ones_award_was_moved_there_is_no_question_left()
    {
        await Deliver("event-1", First);
        await PassOn();
        (await _campus.Awards.Move(_campus.Award!.Id, Second, "Mauvais compte.", default)).ShouldBe(ActVerdict.Accepted);
        await _campus.Work();

        await Deliver("event-1", First);

        _campus.Attention.ShouldBeEmpty();
        Awards().Select(award => award.State).ShouldBe([AwardState.Revoked, AwardState.Valid], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_table_loaded_each_night_answers_nothing()
    {
        await Deliver("event-1", First);
        await PassOn();
        foreach (var _ in Enumerable.Range(0, 2))
            await _campus.Identities.Load(OneInstitution.Id, "lms", [new(1, Second, [Account])], areLast: true, default);

        await Deliver("event-1", First);

        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<AccountPassedOn>();
    }

    [Fact]
    public async Task Who_was_awarded_nothing_by_the_account_raises_no_question()
    {
        await _campus.Deliver(OneInstitution.Assessed(40, "failed") with { Learner = [Account, Number(First)] });
        await _campus.Work();
        await PassOn();

        await Deliver("event-2", First);

        _campus.Attention.ShouldBeEmpty();
        Awards().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_takes_back_is_never_held()
    {
        await Deliver("event-1", First);
        await PassOn();

        await _campus.Deliver(
            OneInstitution.Assessed(0, "event-3", minute: 9) with { Kind = CompletionKind.Undone, Learner = [Account], Score = null });
        await _campus.Work();

        _campus.Attention.ShouldBeEmpty();
    }

    private async Task PassOn()
    {
        (await _campus.Identities.Identify(OneInstitution.Id, "lms", Account, Second, default)).Verdict
            .ShouldBe(IdentifyVerdict.Remembered);
        await _campus.Work();
    }

    private async Task Deliver(string id, string number)
    {
        await _campus.Deliver(OneInstitution.Assessed(91, id) with { Learner = [Account, Number(number)] });
        await _campus.Work();
    }

    private List<Award> Awards() => [.. _campus.Storage.All.SelectMany(dossier => dossier.Awards)];

    private static LearnerReference Number(string number) => new(LearnerReferenceKind.StudentNumber, number);
}
