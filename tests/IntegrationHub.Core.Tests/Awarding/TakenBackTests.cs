using CsCheck;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>Events that are taken back by their id alone, across all that was ever sent.</summary>
public sealed class TakenBackTests
{
    private static readonly Completion First = Registered(91, "statement-1", "900100001", 1);
    private static readonly Completion Second = Registered(85, "statement-2", "900100002", 2);
    private static readonly Completion Low = Registered(40, "statement-3", "900100001", 3);

    private readonly Campus _campus = new();

    [Fact]
    public async Task What_is_taken_back_later_asks_a_person_about_exactly_the_award_it_led_to()
    {
        await _campus.Deliver(First, Second);
        await _campus.Work();
        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        await _campus.Work();

        AwardOf("900100001")!.State.ShouldBe(AwardState.InQuestion);
        AwardOf("900100002")!.State.ShouldBe(AwardState.Valid);
        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<RegradeBelowThreshold>();
    }

    [Fact]
    public async Task What_was_taken_back_before_it_came_is_decided_together_with_its_undoing()
    {
        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        await _campus.Work();
        _campus.Storage.All.ShouldBeEmpty();

        await _campus.Deliver(First);
        await _campus.Work();

        _campus.Dossier.Evidence.Select(item => item.EventId).ShouldBe(["statement-1", "void-1"], ignoreOrder: true);
        _campus.Dossier.Decision!.Outcome.ShouldNotBe(Outcome.Earned);
    }

    [Fact]
    public async Task What_is_taken_back_in_the_moment_in_which_it_is_noted_is_seen()
    {
        await _campus.Deliver(First);
        var statement = _campus.Take();
        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        var voiding = _campus.Take();
        var writes = 0;
        _campus.Events.BeforeWrite = async () =>
        {
            // The first write claims the id, the second notes the dossier: between the two it is taken back.
            if (++writes == 2)
                await _campus.Handle(voiding.Envelope);
        };

        await _campus.Handle(statement.Envelope);

        _campus.Dossier.Evidence.Select(item => item.EventId).ShouldBe(["statement-1", "void-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_unknown_statement_taken_back_is_remembered_and_nothing_else_happens()
    {
        await _campus.Deliver(Voiding("void-1", of: "never-sent"));
        await _campus.Work();

        _campus.Storage.All.ShouldBeEmpty();
        _campus.Attention.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_takes_back_cannot_itself_be_taken_back()
    {
        await _campus.Deliver(First);
        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        await _campus.Deliver(Voiding("void-2", of: "void-1"));
        await _campus.Work();

        AwardOf("900100001")!.State.ShouldBe(AwardState.InQuestion);
    }

    [Fact]
    public async Task Something_else_under_an_id_that_is_taken_waits_for_a_person_and_counts_for_nothing()
    {
        await _campus.Deliver(First);
        await _campus.Deliver(Second with { EventId = First.EventId });
        await _campus.Work();

        AwardOf("900100002").ShouldBeNull();
        _campus.Attention.ShouldHaveSingleItem().Cause.ShouldBeOfType<UnreadableDelivery>();
    }

    [Fact]
    public async Task Sources_that_give_no_ids_pay_nothing_for_the_register()
    {
        await _campus.Deliver(OneInstitution.Assessed(91));
        await _campus.Work();

        (_campus.Events.Reads, _campus.Events.Entries.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task What_moved_to_another_learner_is_taken_back_there()
    {
        await _campus.Deliver(First);
        await _campus.Work();
        await _campus.Awards.Move(AwardOf("900100001")!.Id, "900100002", "It was hers.", default);
        await _campus.Work();
        AwardOf("900100002")!.State.ShouldBe(AwardState.Valid);

        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        await _campus.Work();

        AwardOf("900100002")!.State.ShouldBe(AwardState.InQuestion);
    }

    [Fact]
    public void In_any_order_and_however_often_told_the_end_is_the_same()
    {
        Completion[] all =
        [
            First,
            Second,
            Low,
            Voiding("void-1", of: "statement-1"),
            Voiding("void-2", of: "statement-3"),
            Voiding("void-3", of: "statement-1"),
        ];
        var expected = End(all);

        Gen.Shuffle(all.Concat(all).ToArray()).Holds(order => End(order).ShouldBe(expected), tries: 200);
    }

    /// <summary>What a hub ends with that is told completions one by one.</summary>
    private static string End(IEnumerable<Completion> told)
    {
        var campus = new Campus();
        foreach (var completion in told)
        {
            campus.Deliver(completion).GetAwaiter().GetResult();
            campus.Work().GetAwaiter().GetResult();
        }

        var dossiers = campus
            .Storage.All.OrderBy(dossier => dossier.Id.Name, StringComparer.Ordinal)
            .Select(dossier =>
                $"{dossier.Id} {dossier.Decision!.Outcome} "
                    + $"{string.Join(' ', dossier.Evidence.Select(item => item.EventId).Order(StringComparer.Ordinal))} "
                    + $"{string.Join(' ', dossier.Awards.Select(award => $"{award.Id.Cycle}:{award.State}"))}"
            );
        var register = campus
            .Events.Entries.OrderBy(entry => entry.Key.EventId, StringComparer.Ordinal)
            .Select(entry =>
                $"{entry.Key.EventId} {entry.Value.Digest} {entry.Value.Counted.Count} "
                    + $"{string.Join(' ', entry.Value.TakenBack.Select(undoing => undoing.EventId).Order(StringComparer.Ordinal))}"
            );
        return string.Join('\n', dossiers.Concat(register));
    }

    [Fact]
    public async Task What_was_taken_back_before_it_moved_is_taken_back_at_its_new_place_too()
    {
        await _campus.Deliver(First);
        await _campus.Work();
        await _campus.Deliver(Voiding("void-1", of: "statement-1"));
        await _campus.Work();
        _campus.Time.Advance(TimeSpan.FromMinutes(1));
        await _campus.Awards.Move(_campus.Award!.Id, "900100002", "numbers mixed up", default);
        await _campus.Work();

        AwardOf("900100002")?.State.ShouldNotBe(AwardState.Valid);
        var there = _campus.Storage.All.Single(dossier => dossier.Acts.Count == 0);
        there.Evidence.Select(item => item.EventId).ShouldBe(["statement-1", "void-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_event_that_counts_for_two_micro_credentials_is_taken_back_from_both()
    {
        var safety = OneInstitution.WaterSampling with { Code = "safety" };
        var campus = new Campus(
            OneInstitution.Only with
            {
                MicroCredentials = new Dictionary<string, IntegrationHub.Core.Model.MicroCredentials.MicroCredential>
                {
                    ["water-sampling"] = OneInstitution.WaterSampling,
                    ["safety"] = safety,
                },
            });
        await campus.Deliver(First);
        await campus.Deliver(First);
        await campus.Work();
        campus
            .Events.Entries.ShouldHaveSingleItem()
            .Value.Counted.Select(counted => counted.MicroCredential)
            .ShouldBe(["water-sampling", "safety"], ignoreOrder: true);

        await campus.Deliver(Voiding("void-1", of: "statement-1"));
        await campus.Work();

        campus
            .Storage.All.SelectMany(dossier => dossier.Awards)
            .Select(award => award.State)
            .ShouldBe([AwardState.InQuestion, AwardState.InQuestion]);
    }

    private Award? AwardOf(string student)
    {
        var learner = new LookupKey("a pepper for tests only").OfPerson($"person-{student}");
        return _campus
            .Storage.All.SingleOrDefault(dossier =>
                dossier.Id == DossierId.Of(OneInstitution.Id, learner, OneInstitution.WaterSampling.Code))
            ?.Awards.SingleOrDefault();
    }

    private static Completion Registered(decimal percent, string id, string student, int minute) =>
        OneInstitution.Assessed(percent, id, student, minute, attempt: id) with
        {
            Digest = $"{id} of {student}",
        };

    private static Completion Voiding(string id, string of) =>
        new()
        {
            EventId = id,
            EventName = "voided",
            Kind = CompletionKind.Undone,
            Learner = [],
            Courses = [],
            Undoes = of,
            Digest = id,
            At = new(2026, 11, 2, 14, 30, 0, TimeSpan.Zero),
        };
}
