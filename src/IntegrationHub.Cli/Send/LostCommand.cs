using System.CommandLine;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Send;

/// <summary>Has an LMS of the sandbox note something whose event never leaves, for a reconciliation to find.</summary>
internal static class LostCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var lms = new Argument<string>("LMS") { Description = Texts.Get("send.lost.lms") };
        lms.AcceptOnlyFromAmong("canvas", "moodle");
        var (learner, course) = (Options.Text("--learner", "send.learner"), Options.Text("--course", "send.course"));
        var score = new Option<decimal?>("--score") { Description = Texts.Get("send.score") };
        var command = new Command("lost", Texts.Get("send.lost.help")) { lms, learner, course, score };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var sandbox = Connected.Sandbox(workspace);
                await sandbox.Lose(
                    parsed.GetRequiredValue(lms),
                    new
                    {
                        learner = parsed.GetValue(learner),
                        course = parsed.GetValue(course),
                        score = parsed.GetValue(score),
                    },
                    cancellation);
                screen.Line(Texts.Get("send.lost.done", parsed.GetRequiredValue(lms)));
                return 0;
            });
        return command;
    }
}
