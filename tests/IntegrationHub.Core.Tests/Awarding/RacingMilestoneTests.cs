using CsCheck;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Awarding;

/// <summary>
/// Through the stages, by several workers at once, every message at least twice and in any order: the same events end with
/// the same awards, a milestone of milestones included.
/// </summary>
public sealed class RacingMilestoneTests
{
    private static readonly string[] Codes = ["a", "b", "c"];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Completion> Result =
        from code in Gen.Int[0, 2].Select(at => Codes[at])
        from attempt in Gen.Int[1, 2]
        from day in Gen.Int[1, 60]
        from percent in Gen.Int[60, 100]
        select Graded(code, day, percent, attempt);

    private static readonly Gen<(string Code, int Day)> Revoked = Gen.Select(Gen.Int[0, 2].Select(at => Codes[at]), Gen.Int[1, 90]);

    [Fact]
    public void The_same_results_end_with_the_same_awards_to_the_letter() =>
        Gen.Select(Result.Array[1, 9], Gen.Bool, Gen.Int).Holds((results, asks, seed) =>
        {
            var campus = Campus(asks ? OnContradiction.Ask : OnContradiction.Keep);
            var raced = Race(campus, results, [], seed);
            raced.Told().ShouldBe(InTurn(campus, results, []).Told());
            raced.ShouldBeSettled(Learner(raced));
        }, tries: 150);

    /// <summary>A milestone that was awarded before the hub heard that a part had ended does not vanish: it does not stand.</summary>
    [Fact]
    public void Where_parts_end_meanwhile_by_policy_or_by_people_the_same_awards_stand_in_the_end() =>
        Gen.Select(Result.Array[1, 7], Revoked.Array[0, 2], Gen.Bool, Gen.Int).Holds((results, revoked, suspends, seed) =>
        {
            var campus = Campus(suspends ? OnContradiction.Suspend : OnContradiction.Revoke);
            var (raced, inTurn) = (Race(campus, results, revoked, seed), InTurn(campus, results, revoked));
            raced.ShouldStandAs(inTurn);
            raced.ShouldBeSettled(Learner(raced));
            inTurn.ShouldBeSettled(Learner(inTurn));
        }, tries: 150);

    /// <summary>The second award waits in one hub, and was issued and revoked in the other, which awards a third.</summary>
    [Fact]
    public void Policy_revokes_what_was_issued_before_a_person_had_to_be_asked_and_leaves_to_the_person_what_was_not()
    {
        (int Day, int Percent, int Attempt)[] grades = [(15, 100, 1), (19, 72, 1), (36, 93, 1), (38, 76, 1), (47, 94, 2)];
        Completion[] results = [.. grades.Select(one => Graded("b", one.Day, one.Percent, one.Attempt))];
        var (late, early) = (new Campus(Campus(OnContradiction.Revoke)), new Campus(Campus(OnContradiction.Revoke)));

        late.HandleInTurn(Messages(late, results, [("b", 9)]));
        early.HandleInTurn(Messages(early, results, [("b", 9)]).OrderBy(message => message.Message is not ActDecided));

        late.States("b").ShouldBe([AwardState.Revoked, AwardState.Revoked, AwardState.Valid]);
        early.States("b").ShouldBe([AwardState.Revoked, AwardState.AwaitingApproval]);
        early.ShouldStandAs(late);
    }

    private static Campus InTurn(Institution institution, Completion[] results, (string Code, int Day)[] revoked)
    {
        var campus = new Campus(institution);
        campus.HandleInTurn(Messages(campus, [.. results.OrderBy(result => result.At)], [.. revoked.OrderBy(one => one.Day)]));
        return campus;
    }

    private static Campus Race(Institution institution, Completion[] results, (string Code, int Day)[] revoked, int seed)
    {
        var campus = new Campus(institution);
        campus.HandleRacing(Messages(campus, results, revoked), new(seed));
        return campus;
    }

    private static List<Envelope> Messages(Campus campus, Completion[] results, (string Code, int Day)[] revoked)
    {
        // The learner is known already: whose a result is, is not what is raced for.
        var learner = Learner(campus);
        foreach (var result in results.DistinctBy(result => result.EventId))
            campus.Deliver(result).GetAwaiter().GetResult();
        return
        [
            .. campus.Decided(),
            .. revoked.Distinct().Select(one => Envelope.Of(
                "act",
                new ActDecided(
                    OneInstitution.Id,
                    new(learner, one.Code, 0),
                    new($"revoke-{one.Code}-{one.Day}", ActKind.Revoke, 0, Start.AddDays(one.Day), "why")))),
        ];
    }

    private static string Learner(Campus campus) =>
        campus.Recognitions.Student(OneInstitution.Only, "900100001", default).GetAwaiter().GetResult()!.Id;

    private static Completion Graded(string code, int day, decimal percent, int attempt) =>
        OneInstitution.Assessed(percent, $"{code}-{day}", attempt: $"{code}-attempt-{attempt}") with
        {
            Courses = [code],
            Assessment = $"exam-{code}",
            At = Start.AddDays(day),
        };

    private static Institution Campus(OnContradiction policy) => OneInstitution.Only with
    {
        Policy = new() { OnContradiction = policy },
        MicroCredentials = new MicroCredential[]
        {
            Single("a"), Single("b"), Single("c"),
            Stacked("two", new Stack(StackMeasure.Count, 2, [new(["a"]), new(["b"]), new(["c"])])),
            Stacked("top", new Stack(StackMeasure.All, 0, [new(["two"]), new(["c", "b"])])),
        }.ToDictionary(entry => entry.Code),
    };

    private static MicroCredential Single(string code) =>
        OneInstitution.WaterSampling with
        {
            Code = code,
            Offerings = [new("lms", code, $"exam-{code}")],
        };

    private static MicroCredential Stacked(string code, Stack stack) => OneInstitution.WaterSampling with
    {
        Code = code,
        Assessment = null,
        Offerings = [],
        Stacks = [stack],
        Summary = OneInstitution.WaterSampling.Summary with { Credits = 3 },
    };
}
