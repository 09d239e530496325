using System.CommandLine;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;

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
            if (parsed.GetValue(json))
                screen.Json(parsed.GetValue(id) is { } one ? new JsonArray(await hub.AwardJson(one, cancellation)) : await hub.AwardsJson(cancellation));
            else if (parsed.GetValue(id) is { } shown)
                AwardTables.ShowOne(screen, await hub.Award(shown, cancellation));
            else
                AwardTables.ShowAll(screen, await hub.Awards(cancellation));
            return 0;
        });
        return command;
    }
}
