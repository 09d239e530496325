using CsCheck;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Core.Rules;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Pipeline;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Rules;

public sealed class PassRuleTests
{
    private static Evidence Graded(decimal percent, int minute, string? attempt = null) =>
        Evidence.Of(OneInstitution.Assessed(percent, $"event-{minute}", minute: minute, attempt: attempt), "lms", "payload");

    private static Evidence Completed(int minute) =>
        Graded(0, minute) with
        {
            Kind = CompletionKind.Completed,
            Assessment = null,
            Score = null,
        };

    private static Decision Decide(params IEnumerable<Evidence> evidence) => Decide(OneInstitution.WaterSampling, evidence);

    private static Decision Decide(MicroCredential entry, IEnumerable<Evidence> evidence) =>
        Rulebook.Decide(OneInstitution.Only, entry, new([.. evidence], [], [])).Now;

    [Theory]
    [InlineData(79.9999, Outcome.NotYet)]
    [InlineData(80, Outcome.Earned)]
    [InlineData(112, Outcome.Earned)]
    [InlineData(0, Outcome.NotYet)]
    public void The_threshold_itself_passes_and_anything_below_does_not(double percent, Outcome outcome) =>
        Decide(Graded((decimal)percent, 1)).Outcome.ShouldBe(outcome);

    [Fact]
    public void A_missing_score_is_not_zero() => Decide(Completed(1)).Outcome.ShouldBe(Outcome.Unproven);

    [Fact]
    public void A_completion_is_proof_only_where_the_LMS_enforces_the_threshold()
    {
        var enforced = OneInstitution.WaterSampling with { Assessment = new(80, EnforcedByLms: true) };

        Decide(enforced, [Completed(1)]).Outcome.ShouldBe(Outcome.Earned);
        Decide(enforced, [Completed(1), Graded(60, 2)]).Outcome.ShouldBe(Outcome.NotYet);
    }

    [Fact]
    public void The_same_attempt_graded_again_counts_with_its_latest_grade()
    {
        Decide(Graded(85, 1), Graded(70, 2)).Outcome.ShouldBe(Outcome.NotYet);
        Decide(Graded(70, 1), Graded(85, 2)).Outcome.ShouldBe(Outcome.Earned);
    }

    [Fact]
    public void Of_several_attempts_the_best_counts()
    {
        var decision = Decide(Graded(85, 1, "a"), Graded(40, 2, "b"));

        decision.Outcome.ShouldBe(Outcome.Earned);
        decision.Attempts.ShouldBe(2);
        decision.Percent.ShouldBe(85);
    }

    [Fact]
    public void A_score_without_room_between_its_bounds_is_no_score() =>
        Decide(Graded(1, 1) with { Score = new(5, 0, 0) }).Outcome.ShouldBe(Outcome.Unproven);

    [Fact]
    public void Any_order_and_any_duplication_of_the_same_evidence_gives_the_same_decision()
    {
        var evidence = Gen.Select(Gen.Int[0, 100], Gen.Int[0, 20], Gen.Int[0, 3], (percent, minute, attempt) =>
            Graded(percent, minute, $"{attempt}") with { EventId = $"{percent}/{minute}/{attempt}" });

        Gen.Select(evidence.Array[0, 12], Gen.Int).Holds((set, seed) =>
        {
            var shuffled = set.Concat(set).ToArray();
            new Random(seed).Shuffle(shuffled);
            Decide(shuffled).ShouldBe(Decide(set));
        });
    }
}
