using System.CommandLine;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Cli.Credentials;

internal static class CredentialCommand
{
    public static Command Create(Workspace workspace, Screen screen) => new("credential", Texts.Get("credential.help"))
    {
        Act(workspace, screen, "suspend", needsReason: true),
        Act(workspace, screen, "resume", needsReason: false),
        Act(workspace, screen, "revoke", needsReason: true),
    };

    private static Command Act(Workspace workspace, Screen screen, string act, bool needsReason)
    {
        var award = new Argument<string>("AWARD") { Description = Texts.Get("awards.id") };
        var reason = new Option<string?>("--reason") { Description = Texts.Get("credential.reason"), Required = needsReason };
        var command = new Command(act, Texts.Get($"credential.{act}")) { award };
        if (needsReason)
            command.Options.Add(reason);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var id = parsed.GetRequiredValue(award);
            await hub.ChangeCredential(id, act, needsReason ? parsed.GetValue(reason) : null, cancellation);
            screen.Line(Texts.Get($"credential.{act}.asked", id));
            return 0;
        });
        return command;
    }
}
