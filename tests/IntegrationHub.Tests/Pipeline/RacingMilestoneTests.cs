using CsCheck;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Tests.Rules;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Pipeline;

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
        select OneInstitution.Assessed(percent, $"{code}-{day}", attempt: $"{code}-attempt-{attempt}") with { Courses = [code], Assessment = $"exam-{code}", At = Start.AddDays(day) };

    private static readonly Gen<(string Code, int Day)> Revoked = Gen.Select(Gen.Int[0, 2].Select(at => Codes[at]), Gen.Int[1, 90]);

    [Fact]
    public void The_same_results_end_with_the_same_awards_to_the_letter() =>
        Gen.Select(Result.Array[1, 9], Gen.Bool, Gen.Int).Sample((results, asks, seed) =>
        {
            var campus = Campus(asks ? OnContradiction.Ask : OnContradiction.Keep);
            Told(Race(campus, results, [], seed)).ShouldBe(Told(InTurn(campus, results, [])));
        }, iter: Tries.Of(150), threads: 1);

    /// <summary>
    /// A milestone that was awarded before the hub heard that a part had ended does not vanish: it does not stand. What was
    /// issued before the hub heard of a revocation waits for no approval, so that with an approval in play only what is earned
    /// is the same, and not what rests on it.
    /// </summary>
    [Fact]
    public void Where_parts_end_meanwhile_by_policy_or_by_people_the_same_awards_stand_in_the_end() =>
        Gen.Select(Result.Array[1, 7], Revoked.Array[0, 2], Gen.Bool, Gen.Int).Sample((results, revoked, suspends, seed) =>
        {
            var campus = Campus(suspends ? OnContradiction.Suspend : OnContradiction.Revoke);
            var (raced, inTurn) = (Race(campus, results, revoked, seed), InTurn(campus, results, revoked));
            var isAsked = Waits(raced) || Waits(inTurn);
            Standing(raced, isAsked).ShouldBe(Standing(inTurn, isAsked));
        }, iter: Tries.Of(150), threads: 1);

    /// <summary>One after the other, in the order of the sources' clocks.</summary>
    private static Campus InTurn(Institution institution, Completion[] results, (string Code, int Day)[] revoked)
    {
        var campus = new Campus(institution);
        foreach (var message in Messages(campus, [.. results.OrderBy(result => result.At)], [.. revoked.OrderBy(one => one.Day)]))
        {
            campus.Handle(QueueNames.Completions, message).GetAwaiter().GetResult();
            for (var next = Decided(campus); next.Count > 0; next = Decided(campus))
                next.ForEach(follower => campus.Handle(QueueNames.Completions, follower).GetAwaiter().GetResult());
        }

        return campus;
    }

    /// <summary>Three workers, messages picked at random, each twice and now and then once more, and another's write between reading and writing.</summary>
    private static Campus Race(Institution institution, Completion[] results, (string Code, int Day)[] revoked, int seed)
    {
        var (campus, random) = (new Campus(institution), new Random(seed));
        campus.Storage.BeforeWrite = () => Thread.Yield();
        var messages = Messages(campus, results, revoked);
        List<Envelope> pool = [.. messages, .. messages];
        while (pool.Count > 0)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pool));
            var taken = pool.Take(3).ToList();
            pool.RemoveRange(0, taken.Count);
            Task.WhenAll(taken.Select(message => Task.Run(() => campus.Handle(QueueNames.Completions, message)))).GetAwaiter().GetResult();
            if (random.Next(4) == 0)
                pool.Add(taken[0]);
            foreach (var follower in Decided(campus))
                pool.AddRange(follower, follower);
        }

        return campus;
    }

    private static List<Envelope> Messages(Campus campus, Completion[] results, (string Code, int Day)[] revoked)
    {
        // The learner is known already: whose a result is, is not what is raced for.
        var learner = campus.Recognitions.Student(OneInstitution.Only, "900100001", default).GetAwaiter().GetResult()!.Id;
        foreach (var result in results.DistinctBy(result => result.EventId))
            campus.Deliver(result).GetAwaiter().GetResult();
        return
        [
            .. Decided(campus),
            .. revoked.Distinct().Select(one => Envelope.Of(
                "act",
                OneInstitution.Id,
                MessageKinds.Act,
                new ActCommand(new(learner, one.Code, 0), new($"revoke-{one.Code}-{one.Day}", ActKind.Revoke, 0, Start.AddDays(one.Day), "why")).ToReference())),
        ];
    }

    /// <summary>What waits for the stage that decides; steps and notices are another matter.</summary>
    private static List<Envelope> Decided(Campus campus)
    {
        var found = new List<Envelope>();
        while (campus.Waiting > 0)
            if (campus.Take() is (QueueNames.Completions, var envelope))
                found.Add(envelope);
        return found;
    }

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

    private static MicroCredential Single(string code) => OneInstitution.WaterSampling with { Code = code, Offerings = [new("lms", code, $"exam-{code}")] };

    private static MicroCredential Stacked(string code, Stack stack) => OneInstitution.WaterSampling with
    {
        Code = code,
        Assessment = null,
        Offerings = [],
        Stacks = [stack],
        Summary = OneInstitution.WaterSampling.Summary with { Credits = 3 },
    };

    private static string Told(Campus campus) => Lines(campus, _ => true);

    private static bool Waits(Campus campus) => campus.Storage.All.SelectMany(dossier => dossier.Awards).Any(award => award.State == AwardState.AwaitingApproval);

    private static string Standing(Campus campus, bool isAsked) => isAsked
        ? Lines(campus, award => Codes.Contains(award.MicroCredential) && (award.State is AwardState.Valid or AwardState.AwaitingApproval), state: _ => "earned")
        : Lines(campus, award => award.State == AwardState.Valid);

    private static string Lines(Campus campus, Func<Award, bool> isMeant, Func<AwardState, string>? state = null)
    {
        var awards = campus.Storage.All.SelectMany(dossier => dossier.Awards).ToList();
        awards.Select(award => award.Id).ShouldBeUnique();
        return string.Join('\n', awards.Where(isMeant)
            .Select(award => $"{award.MicroCredential} {award.Id.Cycle} {state?.Invoke(award.State) ?? $"{award.State}"} {award.Earned:O} {award.Decision.Credits} {award.Decision.EventId}")
            .Order(StringComparer.Ordinal));
    }
}
