using System.CommandLine;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Awards;

internal static class AwardsCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var id = new Argument<string?>("ID") { Description = Texts.Get("awards.id"), Arity = ArgumentArity.ZeroOrOne };
        var json = Options.Json();
        var command = new Command("awards", Texts.Get("awards.help")) { id, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var one = parsed.GetValue(id) is { } asked ? await hub.Award(asked, cancellation) : null;
            var awards = one is null ? await hub.Awards(cancellation: cancellation) : [one];
            if (parsed.GetValue(json))
                screen.Json(awards);
            else if (one is not null)
                AwardTables.ShowOne(screen, one);
            else
                AwardTables.ShowAll(screen, awards);
            return 0;
        });
        return command;
    }
}
