using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Acts;

/// <summary>What people decide about a learner.</summary>
internal static class LearnerCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION") { Description = Texts.Get("learner.institution") };
        var from = new Argument<string>("FROM") { Description = Texts.Get("learner.from") };
        var into = new Argument<string>("INTO") { Description = Texts.Get("learner.into") };
        var merge = new Command("merge", Texts.Get("learner.merge")) { institution, from, into };
        merge.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var request = new MergeRequest(parsed.GetRequiredValue(from), parsed.GetRequiredValue(into));
            await hub.Merge(parsed.GetRequiredValue(institution), request, cancellation);
            screen.Line(Texts.Get("learner.merge.asked"));
            return 0;
        });
        return new("learner", Texts.Get("learner.help")) { merge };
    }
}
