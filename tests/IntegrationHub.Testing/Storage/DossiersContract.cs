using System.Text.Json;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Testing.Storage;

/// <summary>What dossiers promise, in memory and in tables.</summary>
public abstract class DossiersContract(IStorageStand stand) : DossierScene(stand)
{
    [Fact]
    public async Task Where_nothing_was_written_an_empty_dossier_is_read()
    {
        var dossier = await Read();

        (dossier.Id, dossier.Version, dossier.Decision).ShouldBe((Id, null, null));
        (dossier.Evidence.Count + dossier.Awards.Count + dossier.Timeline.Count).ShouldBe(0);
    }

    [Fact]
    public async Task All_that_is_decided_is_read_again()
    {
        var (part, act) = (
            new StackedCredential("other", "other-1", 2, Now, null, null, 3, 1),
            new RegistrarAct("act-1", ActKind.Waive, 0, Now, "why"));
        await Decide(new([Piece("with / # ? \\ and é")], part, act), Award(0));

        var dossier = await Read();
        dossier.Evidence.ShouldHaveSingleItem().EventId.ShouldBe("with / # ? \\ and é");
        dossier.Parts.ShouldHaveSingleItem().Revision.ShouldBe(2);
        dossier.Acts.ShouldHaveSingleItem().Reason.ShouldBe("why");
        dossier.Decision.ShouldBe(Earned);
        var award = dossier.Awards.ShouldHaveSingleItem();
        award.Steps.Select(step => step.Name).ShouldBe(Enum.GetValues<StepName>());
        award.Steps.ShouldAllBe(step => step.Version != null);
        dossier.Timeline.ShouldHaveSingleItem().Event.ShouldBe(TimelineEvent.Awarded);
    }

    [Fact]
    public async Task The_terms_of_an_award_are_read_again()
    {
        var terms = new AwardTerms
        {
            OnContradiction = OnContradiction.Revoke,
            Assessment = new(80.5m, EnforcedByLms: true, Attempts: 3)
            {
                Counts = AttemptChoice.Last,
                PassingLetters = ["A", "B"],
                Components = [new("practical", new("Épreuve pratique", "Practical"), 60)],
                Window = new(new(2026, 1, 5), null, GraceDays: 3),
            },
            Stacks = [new(StackMeasure.Hours, 45, [new(["a", "b"])])],
            Prerequisites = ["safety"],
            Validity = new(24),
            RenewalDays = 60,
            Credits = 1.5m,
            Sunset = new(2030, 1, 1),
            Components = [new("lms", "7102", "practical")],
        };

        await Decide(new([Piece("event-0")]), Award(0) with { Terms = terms });

        var read = (await Read()).Awards.ShouldHaveSingleItem().Terms.ShouldNotBeNull();
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(terms));
    }

    [Fact]
    public async Task Of_those_who_decide_at_once_one_does()
    {
        var read = await Read();

        var decided = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => Dossiers.Decide(read, new(new([Piece($"event-{i}")]), Earned, [], []), Stop), Stop)));

        decided.Count(isDone => isDone).ShouldBe(1);
        (await Read()).Evidence.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_read_a_step_before_another_wrote_it_changes_nothing()
    {
        await Decide(new([Piece("event-0")]), Award(0));
        var read = await Read();
        var badge = read.Awards[0][StepName.Badge];
        var saved = await Dossiers.Save(read.Awards[0].Id, [badge with { State = StepState.Running }], [], Stop);

        var late = await Dossiers.Save(
            read.Awards[0].Id,
            [badge with { State = StepState.Failed }],
            [new(0, Now, TimelineEvent.Failed)],
            Stop);
        late.ShouldBeNull();
        var changed = read.Awards[0] with { Steps = [.. read.Awards[0].Steps.Select(step => step with { State = StepState.Done })] };
        (await Dossiers.Decide(read, new(new([Piece("event-1")]), Earned, [changed], []), Stop)).ShouldBeFalse();

        var now = await Read();
        now.Awards[0][StepName.Badge].ShouldBe(saved.ShouldNotBeNull().ShouldHaveSingleItem());
        (now.Evidence.Count, now.Timeline.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task The_same_note_again_changes_nothing()
    {
        await Decide(new([Piece("event-0")]), Award(0));

        await Dossiers.Note(new(Id, 0), new(0, Now.AddMinutes(1), TimelineEvent.Told), Stop);
        await Dossiers.Note(new(Id, 0), new(0, Now.AddMinutes(1), TimelineEvent.Told), Stop);

        (await Read()).Timeline.Select(entry => entry.Event).ShouldBe([TimelineEvent.Awarded, TimelineEvent.Told]);
    }
}
