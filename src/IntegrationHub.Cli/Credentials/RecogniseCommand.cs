using System.CommandLine;
using IntegrationHub.Api;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Credentials;

/// <summary>Brings a learner's credential from another institution.</summary>
internal static class RecogniseCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string>("INSTITUTION") { Description = Texts.Get("option.institution") };
        var file = new Argument<FileInfo>("FILE") { Description = Texts.Get("recognise.file") };
        var student = new Option<string>("--student") { Description = Texts.Get("recognise.student"), Required = true };
        var email = new Option<string?>("--email") { Description = Texts.Get("recognise.email") };
        var command = new Command("recognise", Texts.Get("recognise.help")) { institution, file, student, email };
        command.SetAction(async (parsed, cancellation) =>
        {
            var brought = parsed.GetRequiredValue(file);
            if (!brought.Exists)
                throw new CliException(Texts.Get("endorse.noFile", brought.FullName));
            using var hub = Connected.Hub(workspace);
            var content = await File.ReadAllBytesAsync(brought.FullName, cancellation);
            var request = new RecognitionRequest(parsed.GetRequiredValue(student), parsed.GetValue(email), content);
            var recognised = await hub.Recognise(parsed.GetRequiredValue(institution), request, cancellation);
            screen.Line(Texts.Get("recognise.counts", Bilingual.Read(recognised.Title), string.Join(", ", recognised.For)));
            return 0;
        });
        return command;
    }
}
