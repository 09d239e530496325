using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Real workers on real tables meet at one letter.</summary>
[Collection(nameof(OneHub))]
public sealed class LettersAtOnceTests(RunningHub hub)
{
    [Fact]
    public async Task A_result_that_is_posted_three_times_at_the_same_moment_is_one_letter_each()
    {
        var learners = Enumerable.Range(0, 12).Select(_ => hub.Campus.NewLearner()).ToList();

        await Task.WhenAll(
            learners.Select(learner =>
                hub.Campus.Send(
                    "json",
                    new
                    {
                        learner = learner.Email,
                        course = "RCR101",
                        score = 40,
                        repeat = 3,
                        together = true,
                    })));
        await RunningHub.Until(() => learners.TrueForAll(learner => hub.Campus.MailOf(learner).Count > 0));
        await hub.QueuesAreEmpty();

        learners.Select(learner => hub.Campus.MailOf(learner).Count).ShouldAllBe(letters => letters == 1);
    }
}
