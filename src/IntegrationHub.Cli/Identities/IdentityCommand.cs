using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Identities;

internal static class IdentityCommand
{
    public static Command Create(Workspace workspace, Screen screen) =>
        new("identity", Texts.Get("identity.help"))
        {
            Add(workspace, screen),
            Load(workspace, screen),
            About("show", workspace, async (hub, identity, cancellation) =>
                screen.Line(Texts.Get("identity.shown", (await hub.FindIdentity(identity, cancellation)).StudentNumber))),
            About("forget", workspace, async (hub, identity, cancellation) =>
                screen.Line(Texts.Get("identity.forgotten", (await hub.ForgetIdentity(identity, cancellation)).Forgotten))),
        };

    private static Command Add(Workspace workspace, Screen screen)
    {
        var (institution, source) = (Options.Institution(), Source());
        var student = new Option<string>("--student-number") { Description = Texts.Get("identity.studentNumber"), Required = true };
        var names = new NameOptions(withNumber: false);
        var command = new Command("add", Texts.Get("identity.add")) { institution, source, student };
        names.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (kind, value) = names.Of(parsed);
                using var hub = Connected.Hub(workspace);
                await hub.AddIdentity(
                    new(
                        parsed.GetRequiredValue(institution),
                        parsed.GetRequiredValue(source),
                        kind,
                        value,
                        parsed.GetRequiredValue(student)),
                    cancellation);
                screen.Line(Texts.Get("identity.added"));
                return 0;
            });
        return command;
    }

    private static Command Load(Workspace workspace, Screen screen)
    {
        var (institution, source) = (Options.Institution(), Source());
        var file = new Argument<FileInfo>("FILE") { Description = Texts.Get("identity.file") };
        var command = new Command("load", Texts.Get("identity.load")) { file, institution, source };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = Connected.Hub(workspace);
                return await new Loading(hub, screen).Load(
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(institution),
                    parsed.GetRequiredValue(source),
                    cancellation);
            });
        return command;
    }

    private static Command About(string name, Workspace workspace, Func<IHubApi, IdentityRequest, CancellationToken, Task> act)
    {
        var (institution, source) = (Options.Institution(), Source());
        var names = new NameOptions(withNumber: true);
        var command = new Command(name, Texts.Get($"identity.{name}")) { institution, source };
        names.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (kind, value) = names.Of(parsed);
                using var hub = Connected.Hub(workspace);
                await act(hub, new(parsed.GetRequiredValue(institution), parsed.GetRequiredValue(source), kind, value, null), cancellation);
                return 0;
            });
        return command;
    }

    private static Option<string> Source() => new("--source") { Description = Texts.Get("identity.source"), Required = true };
}
