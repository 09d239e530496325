using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Notices;

/// <summary>A letter went astray: a person has it sent once more.</summary>
public sealed class LetterAgainTests
{
    private readonly Campus _campus = new();

    [Fact]
    public async Task The_same_letter_goes_once_however_often_the_button_is_pressed_before_it_has_gone()
    {
        await Earn();
        var first = _campus.Outside.Mails.ShouldHaveSingleItem();

        foreach (var _ in Enumerable.Range(0, 3))
            (await Again()).ShouldBe([StepName.Learner]);
        await _campus.Work();

        _campus.Outside.Mails.Count.ShouldBe(2);
        _campus.Outside.Mails[1].ShouldSatisfyAllConditions(
            letter => letter.Subject.ShouldBe(first.Subject),
            letter => letter.Paragraphs.ShouldBe(first.Paragraphs));
        _campus.Award![StepName.Learner].State.ShouldBe(StepState.Done);
        _campus.Award.IsAtRest.ShouldBeTrue();

        await Again();
        await _campus.Work();
        _campus.Outside.Mails.Count.ShouldBe(3, "another day, another wish");
    }

    [Fact]
    public async Task After_a_change_it_is_the_letter_about_the_change()
    {
        await Earn();
        await _campus.Awards.Decide(_campus.Award!.Id, ActKind.Suspend, "Un motif.", default);
        await _campus.Work();
        var told = _campus.Outside.Mails[^1];

        await Again();
        await _campus.Work();

        _campus.Outside.Mails.Count.ShouldBe(3);
        _campus.Outside.Mails[^1].Subject.ShouldBe(told.Subject);
    }

    [Theory]
    [InlineData(StepName.Transcript)]
    [InlineData(StepName.Badge)]
    [InlineData(StepName.Channel)]
    public async Task Nothing_else_that_is_done_is_done_again(StepName step)
    {
        await Earn();

        (await _campus.Steps.Replay(_campus.Award!.Id, step, default)).ShouldBeEmpty();
        (await _campus.Steps.Replay(_campus.Award!.Id, null, default)).ShouldBeEmpty();
    }

    private async Task Earn()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();
    }

    private Task<IReadOnlyList<StepName>?> Again() => _campus.Steps.Replay(_campus.Award!.Id, StepName.Learner, default);
}
