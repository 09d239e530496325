using System.Net;
using IntegrationHub.Cli.Hub;
using IntegrationHub.EndToEnd.Hub;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>Sees a completion through a hub that runs from the package, whatever host runs it.</summary>
internal sealed class Visitor(CleanFolder folder)
{
    public async Task SeesACompletionThrough()
    {
        using var api = HubConnection.Open(folder.Address, folder.AdminKey);
        using var web = new HttpClient { BaseAddress = folder.Address };
        var learner = folder.Campus.NewLearner();
        var answers = await folder.Campus.Send(
            "canvas",
            new
            {
                learner = learner.Email,
                course = "CYB120",
                score = 95,
            });

        answers.ShouldAllBe(answer => (int)answer!["status"]! == 200);
        await RunningHub.Until(async () =>
            (await api.Awards(cancellation: CancellationToken.None)).Any(award =>
                award.Learner == learner.StudentNumber && award.Steps!.All(step => step.State == "done")));
        folder.Campus.TranscriptOf(learner).ShouldHaveSingleItem();
        folder.Campus.MailOf(learner).ShouldNotBeEmpty();
        using var page = await web.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<form");
    }
}
