using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.Api;
using IntegrationHub.Cli.Shell;
using IntegrationHub.EndToEnd.Hub;
using IntegrationHub.OpenBadges.Verification;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Credentials;

/// <summary>A learner's data are erased (law 15): what is left identifies nobody, and the learner's own copy still verifies.</summary>
[Collection(nameof(OnePublicHub))]
public sealed class ErasureTests(PublicHub hub)
{
    [Fact]
    public async Task What_is_left_of_an_erased_learner_identifies_nobody_even_after_a_restore()
    {
        var (learner, other) = (hub.Campus.NewLearner(), hub.Campus.NewLearner());
        var issued = await Study(learner);
        var others = await hub.Issue(other);
        await hub.QueuesAreEmpty();
        var before = await StoredData.Read(hub.Storage);
        before.Holding(Words(learner)).ShouldNotBeEmpty();

        var line = await Erase(learner.StudentNumber!);
        await Done(line);
        await LeavesNothing(learner);
        await OwnCopyVerifies(issued);
        await PageSaysErased(issued);
        await Untouched(other, others, before);

        await before.Restore(hub.Storage);
        (await StoredData.Read(hub.Storage)).Holding(Words(learner)).ShouldNotBeEmpty();
        (await hub.Api.ReplayErasures("lacnord", CancellationToken.None)).Learners.ShouldContain(line.Learner);
        await Done(line);
        await LeavesNothing(learner);
        await PageSaysErased(issued);
        await OwnCopyVerifies(issued);
    }

    [Fact]
    public async Task Nobody_is_known_after_an_erasure_and_nobody_was_known_before_the_first_completion()
    {
        var (learner, stranger) = (hub.Campus.NewLearner(), hub.Campus.NewLearner());
        await hub.Issue(learner);
        await Done(await Erase(learner.StudentNumber!));

        foreach (var number in new[] { learner.StudentNumber, stranger.StudentNumber, "0" })
        {
            var refusal = await Should.ThrowAsync<CliException>(() => Erase(number!));
            refusal.Message.ShouldContain("404");
            refusal.Message.ShouldNotContain(learner.StudentNumber!);
        }
    }

    /// <summary>Known by Moodle before by name, graded in Canvas, told twice.</summary>
    private async Task<IssuedCredential> Study(Learner learner)
    {
        await hub.Campus.Send(
            "moodle",
            new
            {
                learner = learner.Email,
                course = "RCR101",
                score = 91,
                batch = 5,
            });
        await RunningHub.Until(async () =>
            (await hub.OpenItems()).Any(item =>
                item.Cause == "unknownLearner" && item.Subject!.Contains($"{learner.MoodleId}", StringComparison.Ordinal)));
        await hub.Introduce(learner);
        await hub.AwardOf(learner, award => award.Step("badge")?.State == "done");
        var twice = hub.Campus.Signed(hub.Campus.Of<CanvasEvents>().GradeChange(learner, hub.Campus.Course("CYB120"), 95));
        foreach (var _ in new[] { 1, 2 })
            (await hub.Deliver("canvas", twice)).StatusCode.ShouldBe(HttpStatusCode.OK);
        AwardResponse? award = null;
        await RunningHub.Until(async () =>
        {
            award = (await hub.LatestAwards()).FirstOrDefault(one =>
                one.Learner == learner.StudentNumber
                && one.MicroCredential == "cybersecurity-hygiene"
                && one.Steps.All(step => step.State == "done"));
            return award is not null;
        });
        return await hub.Of(award!.Id, award.Credential!);
    }

    private static string[] Words(Learner learner) =>
        [
            learner.Family,
            learner.Name,
            learner.Email,
            learner.StudentNumber!,
            $"{learner.Person}",
            $"{learner.CanvasId}",
            $"{40130000000000000 + learner.CanvasId}",
            $"{learner.MoodleId}",
        ];

    private async Task<ErasureResponse> Erase(string studentNumber)
    {
        var line = await hub.Api.Erase(new("lacnord", studentNumber), CancellationToken.None);
        hub.SecondPasses++;
        return line;
    }

    private Task Done(ErasureResponse line) =>
        RunningHub.Until(async () => (await hub.Api.Erasure("lacnord", line.Learner, CancellationToken.None)).Done is not null);

    private async Task LeavesNothing(Learner learner) => (await StoredData.Read(hub.Storage)).Holding(Words(learner)).ShouldBeEmpty();

    private async Task OwnCopyVerifies(IssuedCredential issued)
    {
        var vc = await hub.Theirs.Ask("vc", new { credential = issued.Json });
        vc["verified"]!.GetValue<bool>().ShouldBeTrue($"{vc["errors"]}");
        vc["status"]![0]!.GetValue<bool>().ShouldBeFalse();
        (await hub.Theirs.Ask("core", new { credential = issued.Json }))["steps"]!["revocation_status"]!.GetValue<bool>().ShouldBeTrue();
        (await hub.Theirs.Ask("jwt", new { token = issued.Jwt }))["verified"]!.GetValue<bool>().ShouldBeTrue();
        (await hub.VerifiedByUs(issued.Bytes)).Verdict.ShouldBe(VerificationVerdict.Valid);
    }

    private async Task PageSaysErased(IssuedCredential issued)
    {
        foreach (var extension in new[] { "json", "jwt", "png", "svg" })
            (await hub.Anybody.GetAsync($"{issued.Path}.{extension}")).StatusCode.ShouldBe(HttpStatusCode.Gone, extension);
        using var request = new HttpRequestMessage(HttpMethod.Get, issued.Path)
        {
            Headers = { { "Accept", "text/html" }, { "Accept-Language", "en" } },
        };
        using var page = await hub.Anybody.SendAsync(request);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("erased");
    }

    private async Task Untouched(Learner other, IssuedCredential others, StoredData before)
    {
        var now = JsonNode.Parse(await hub.Anybody.GetStringAsync($"{others.Path}.json"));
        JsonNode.DeepEquals(now, others.Json).ShouldBeTrue();
        (await hub.DoneAwardOf(other)).Id.ShouldBe(others.Award);
        var names = (await StoredData.Read(hub.Storage)).Holding(Words(other));
        names.ShouldBe(before.Holding(Words(other)), ignoreOrder: true);
    }
}
