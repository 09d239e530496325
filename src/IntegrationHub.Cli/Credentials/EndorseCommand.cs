using System.CommandLine;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Credentials;

internal static class EndorseCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION") { Description = Texts.Get("option.institution") };
        var file = new Argument<FileInfo>("FILE") { Description = Texts.Get("endorse.file") };
        var command = new Command("endorse", Texts.Get("endorse.help")) { institution, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var document = parsed.GetRequiredValue(file);
            if (!document.Exists)
                throw new CliException(Texts.Get("endorse.noFile", document.FullName));
            using var hub = Connected.Hub(workspace);
            var content = await File.ReadAllTextAsync(document.FullName, cancellation);
            var endorsed = await hub.Endorse(parsed.GetRequiredValue(institution), content, cancellation);
            screen.Line(Texts.Get("endorse.kept", endorsed.About));
            return 0;
        });
        return command;
    }
}
