using CsCheck;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Whatever the order, however often, however interleaved: the same facts lead to the same awards.</summary>
public sealed class AnyOrderTests
{
    private static readonly string[] Codes = ["a", "b", "c"];
    private static readonly ActKind[] Kinds =
    [
        ActKind.Approve,
        ActKind.Decline,
        ActKind.Uphold,
        ActKind.Suspend,
        ActKind.Revoke,
        ActKind.Reaward,
        ActKind.Waive,
    ];
    private static readonly ApprovalReason[] Reasons = [ApprovalReason.OverAttempts, ApprovalReason.Always, ApprovalReason.Renewal];

    private static readonly Gen<Evidence> Event =
        from day in Gen.Int[1, 500]
        from kind in Gen.Frequency(
            (8, Gen.Const(CompletionKind.Assessed)),
            (1, Gen.Const(CompletionKind.Completed)),
            (1, Gen.Const(CompletionKind.Undone)))
        from attempt in Gen.Int[1, 4]
        from percent in Gen.Int[40, 100]
        from undone in Gen.Int[1, 500]
        select new Evidence(
            $"event-{day}",
            "lms",
            kind,
            kind == CompletionKind.Completed ? null : OneInstitution.Summative,
            $"attempt-{attempt}",
            kind == CompletionKind.Assessed ? new Score(percent, 0, 100) : null,
            Facing.Day(day),
            "graded",
            "payload")
        {
            Courses = [OneInstitution.Course],
            Undoes = kind == CompletionKind.Undone && undone % 2 == 0 ? $"event-{undone}" : null,
        };

    private static readonly Gen<RegistrarAct> Word =
        from day in Gen.Int[1, 500]
        from kind in Gen.Int[0, Kinds.Length - 1].Select(at => Kinds[at])
        from cycle in Gen.Int[0, 2]
        select new RegistrarAct($"act-{day}-{kind}", kind, cycle, Facing.Day(day), "why");

    private static readonly Gen<StackedCredential> Stacked =
        from code in Gen.Int[0, 2].Select(at => Codes[at])
        from day in Gen.Int[1, 300]
        from revision in Gen.Int[0, 3]
        from ended in Gen.Int[1, 500].Nullable(0.7)
        from until in Gen.Int[200, 500].Nullable(0.5)
        select new StackedCredential(
            code,
            $"award-of-{code}",
            revision,
            Facing.Day(day),
            until is { } end ? Facing.Day(end) : null,
            ended is { } since ? Facing.Day(since) : null,
            15,
            1);

    private static readonly Gen<Facts> Some =
        from events in Event.Array[0, 8]
        from words in Word.Array[0, 4]
        from parts in Stacked.Array[0, 5]
        select new Facts(
            [.. events.DistinctBy(item => item.EventId)],
            [.. parts.DistinctBy(part => (part.Award, part.Revision))],
            [.. words.DistinctBy(act => act.Id)]);

    private static readonly Gen<(MicroCredential Entry, Policy Policy)> Rules =
        from counts in Gen.Enum<AttemptChoice>()
        from validity in Gen.Int[3, 14].Nullable(0.5)
        from renewal in Gen.Int[1, 60].Nullable(0.5)
        from stacks in Gen.Bool
        from asks in Gen.Int[0, 2].Select(at => Reasons[at])
        from policy in Gen.Enum<OnContradiction>()
        select (
            Facing.Entry with
            {
                Assessment = new(80, EnforcedByLms: true) { Counts = counts },
                Validity = validity is { } months ? new(months) : null,
                RenewalDays = validity is null ? null : renewal,
                Stacks = stacks ? [new(StackMeasure.Count, 2, [new(["a", "c"]), new(["b"])])] : [],
                Approval = new(new HashSet<ApprovalReason> { asks }),
                Summary = Facing.Entry.Summary with { Credits = 2 },
            },
            new Policy { OnContradiction = policy });

    [Fact]
    public void The_same_facts_in_any_order_and_told_twice_come_to_the_same() =>
        Gen.Select(Some, Rules, Gen.Int)
            .Holds(
                (facts, rules, seed) =>
                {
                    var institution = OneInstitution.Only with { Policy = rules.Policy };
                    var shuffled = new Facts(Twice(facts.Evidence, seed), Twice(facts.Parts, seed), Twice(facts.Acts, seed));
                    Told(Rulebook.Decide(institution, rules.Entry, shuffled))
                        .ShouldBe(Told(Rulebook.Decide(institution, rules.Entry, facts)));
                },
                tries: 2000);

    [Fact]
    public void Every_rule_says_itself_in_both_languages() =>
        Gen.Select(Some, Rules)
            .Holds(
                (facts, rules) =>
                {
                    var verdict = Rulebook.Decide(OneInstitution.Only with { Policy = rules.Policy }, rules.Entry, facts);
                    foreach (var rule in verdict.Awards.SelectMany(earned => earned.Decision.Rules).Concat(verdict.Now.Rules))
                        Explanation.Of(rule, rules.Entry, "fr").ShouldNotBe(Explanation.Of(rule, rules.Entry, "en"));
                },
                tries: 500);

    [Theory]
    [InlineData(RuleName.Window, RuleVerdict.Met, null)]
    [InlineData(RuleName.Window, RuleVerdict.Met, "Late")]
    [InlineData(RuleName.Sunset, RuleVerdict.Met, null)]
    [InlineData(RuleName.Sunset, RuleVerdict.NotMet, null)]
    [InlineData(RuleName.Letter, RuleVerdict.Met, null)]
    [InlineData(RuleName.Letter, RuleVerdict.NotMet, null)]
    [InlineData(RuleName.PassFail, RuleVerdict.Met, null)]
    [InlineData(RuleName.PassFail, RuleVerdict.NotMet, null)]
    [InlineData(RuleName.PriorLearning, RuleVerdict.Met, null)]
    [InlineData(RuleName.Prerequisite, RuleVerdict.Met, "safety")]
    [InlineData(RuleName.Prerequisite, RuleVerdict.NotMet, "safety")]
    public void What_is_rarely_said_is_said_in_both_languages_too(RuleName rule, RuleVerdict verdict, string? subject)
    {
        var result = new RuleResult(rule, verdict, subject, Day: new(2026, 3, 1));
        Explanation.Of(result, Facing.Entry, "fr").ShouldNotBe(Explanation.Of(result, Facing.Entry, "en"));
    }

    [Fact]
    public void Every_reason_to_ask_is_said_in_both_languages()
    {
        foreach (var reason in Enum.GetNames<ApprovalReason>())
            Explanation.Of(new(RuleName.Approval, RuleVerdict.Asks, reason), null, "fr").ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void Cycles_count_up_one_by_one_and_credit_is_never_granted_twice() =>
        Gen.Select(Some, Rules)
            .Holds(
                (facts, rules) =>
                {
                    var awards = Rulebook.Decide(OneInstitution.Only with { Policy = rules.Policy }, rules.Entry, facts).Awards;
                    awards.Select(earned => earned.Cycle).ShouldBe(Enumerable.Range(0, awards.Count));
                    awards
                        .Where(earned => earned.State is not (AwardState.Revoked or AwardState.Declined))
                        .Sum(earned => earned.Decision.Credits)
                        .ShouldBeLessThanOrEqualTo(2);
                    awards.Zip(awards.Skip(1)).ShouldAllBe(pair => pair.First.At < pair.Second.At);
                },
                tries: 2000);

    [Fact]
    public void Written_step_by_step_in_any_order_a_dossier_ends_where_all_its_facts_lead() =>
        Gen.Select(Some, Rules, Gen.Int)
            .Holds(
                (facts, rules, seed) =>
                {
                    var institution = OneInstitution.Only with { Policy = rules.Policy };
                    var id = DossierId.Of(institution.Id, "learner", rules.Entry.Code);
                    var dossier = new Dossier { Id = id };
                    var now = Facing.Day(1000);
                    foreach (var news in Shuffled(facts, seed))
                    {
                        var fresh = news.Without(dossier);
                        var all = fresh.With(dossier);
                        now = now.AddMinutes(1);
                        var (awards, entries) = new AwardProjection(institution, "learner", rules.Entry, now).Apply(
                            dossier,
                            Rulebook.Decide(institution, rules.Entry, all),
                            all.Acts);
                        dossier = Written(dossier, fresh, awards, entries);
                        foreach (var award in dossier.Awards)
                            Timeline.State(dossier.Timeline.Where(entry => entry.Cycle == award.Id.Cycle)).ShouldBe(award.State);
                    }

                    dossier.Awards.Select(award => award.Id).ShouldBeUnique();
                    // What was issued on the way, before all was known, is a fact as well.
                    var verdict = Rulebook.Decide(institution, rules.Entry, facts with { Issued = Issued.Of(dossier) });
                    foreach (var earned in verdict.Awards)
                    {
                        var award = dossier.Award(earned.Cycle).ShouldNotBeNull();
                        (award.State, award.Earned, award.Decision, award.ValidUntil, award.Renews).ShouldBe(
                            (earned.State, earned.At, earned.Decision, earned.ValidUntil, earned.Renews));
                    }

                    if (rules.Policy.OnContradiction != OnContradiction.Keep)
                        dossier
                            .Awards.Where(award => verdict.Awards.All(earned => earned.Cycle != award.Id.Cycle) && !award.ByAPerson)
                            .ShouldAllBe(award => award.State != AwardState.Valid);
                },
                tries: 1000);

    internal static Dossier Written(Dossier dossier, News fresh, IReadOnlyList<Award> awards, IReadOnlyList<TimelineEntry> entries) =>
        dossier with
        {
            Evidence = [.. dossier.Evidence, .. fresh.Evidence],
            Acts = fresh.Act is { } act ? [.. dossier.Acts, act] : dossier.Acts,
            Parts = fresh.Part is { } part ? [.. dossier.Parts.Where(known => known.Award != part.Award), part] : dossier.Parts,
            Awards =
            [
                .. dossier
                    .Awards.Where(award => awards.All(changed => changed.Id != award.Id))
                    .Concat(awards)
                    .OrderBy(award => award.Id.Cycle),
            ],
            Timeline = [.. dossier.Timeline, .. entries],
        };

    /// <summary>All facts, each of them told twice, in an order of their own.</summary>
    private static News[] Shuffled(Facts facts, int seed)
    {
        var news = facts
            .Evidence.Select(item => new News([item]))
            .Concat(facts.Parts.Select(part => new News([], Part: part)))
            .Concat(facts.Acts.Select(act => new News([], Act: act)));
        return Twice([.. news], seed);
    }

    private static T[] Twice<T>(IReadOnlyList<T> items, int seed)
    {
        T[] all = [.. items, .. items];
        new Random(seed).Shuffle(all);
        return all;
    }

    private static string Told(Verdict verdict) =>
        string.Join(
            '\n',
            verdict
                .Awards.Select(earned =>
                    $"{earned.Cycle} {earned.State} {earned.At:O} {earned.StateSince:O} {earned.ValidUntil:O} {earned.Renews} "
                        + $"{earned.Decision} {string.Join(' ', earned.Decision.Rules)}"
                )
                .Append($"{verdict.IsOpen} {verdict.Now} {string.Join(' ', verdict.Now.Rules)}"));
}
