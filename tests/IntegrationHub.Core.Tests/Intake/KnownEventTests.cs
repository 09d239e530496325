using System.Text;
using System.Text.Json;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Intake;

/// <summary>What the door does with an id that it has met (xAPI 1.0.3, Communication 2.1).</summary>
public sealed class KnownEventTests
{
    private static readonly Completion Statement = OneInstitution.Assessed(91, "statement-1") with { Digest = "what it says" };

    private readonly Campus _campus = new();

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_nothing_is_kept()
    {
        await Send(Statement);
        await _campus.Work();

        (await Send(Statement with { Digest = "something else" })).ShouldBe(IntakeVerdict.Conflict);

        _campus.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task One_known_id_with_other_content_refuses_the_whole_batch()
    {
        await Send(Statement);
        await _campus.Work();

        (await Send(Statement with { EventId = "statement-2" }, Statement with { Digest = "something else" })).ShouldBe(
            IntakeVerdict.Conflict);
    }

    [Fact]
    public async Task The_same_statement_again_is_accepted_and_changes_nothing_and_is_not_even_queued()
    {
        await Send(Statement);
        await _campus.Work();
        var dossier = _campus.Dossier;

        (await Send(Statement)).ShouldBe(IntakeVerdict.Known);

        _campus.Waiting.ShouldBe(0);
        _campus.Dossier.ShouldBe(dossier);
    }

    [Fact]
    public async Task The_same_statement_again_is_taken_again_while_it_is_not_decided()
    {
        await Send(Statement with { Courses = ["not-offered-yet"] });
        await _campus.Work();

        (await Send(Statement with { Courses = ["not-offered-yet"] })).ShouldBe(IntakeVerdict.Accepted);
    }

    [Fact]
    public async Task A_batch_with_one_new_statement_is_taken()
    {
        await Send(Statement);
        await _campus.Work();

        (await Send(Statement, Statement with { EventId = "statement-2" })).ShouldBe(IntakeVerdict.Accepted);
    }

    [Fact]
    public async Task The_door_reads_once_for_each_statement_and_never_writes()
    {
        await Send(Statement, Statement with { EventId = "statement-2" });

        _campus.Events.Reads.ShouldBe(2);
        _campus.Events.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_counts_for_more_than_it_did_is_taken_again_for_the_catalogue_has_grown()
    {
        var key = new EventKey(OneInstitution.Id, "lms", Statement.EventId);
        await _campus.Events.Save(
            key,
            new() { Digest = Statement.Digest, Counted = [new("learner", "an-entry-of-before")] },
            TestContext.Current.CancellationToken);

        (await Send(Statement)).ShouldBe(IntakeVerdict.Accepted);
    }

    [Fact]
    public async Task Where_no_ids_are_given_the_door_asks_nobody()
    {
        await Send(Statement with { Digest = null });

        _campus.Events.Reads.ShouldBe(0);
    }

    private async Task<IntakeVerdict> Send(params Completion[] completions) =>
        (
            await _campus.Intake.Take(
                OneInstitution.Id,
                "lms",
                new(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(completions)), new Dictionary<string, string>()),
                TestContext.Current.CancellationToken)).Verdict;
}
