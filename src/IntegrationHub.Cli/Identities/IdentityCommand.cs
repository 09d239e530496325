using System.CommandLine;
using IntegrationHub.Cli.Hub;

namespace IntegrationHub.Cli.Identities;

internal static class IdentityCommand
{
    public static Command Create(Workspace workspace, Screen screen) =>
        new("identity", Texts.Get("identity.help")) { Add(workspace, screen) };

    private static Command Add(Workspace workspace, Screen screen)
    {
        var institution = Options.Institution();
        var source = new Option<string>("--source") { Description = Texts.Get("identity.source"), Required = true };
        var student = new Option<string>("--student-number") { Description = Texts.Get("identity.studentNumber"), Required = true };
        (string Kind, Option<string?> Option)[] kinds =
        [
            ("lmsId", Options.Text("--lms-id", "identity.lmsId")),
            ("login", Options.Text("--login", "identity.login")),
            ("email", Options.Text("--email", "identity.email")),
        ];
        var command = new Command("add", Texts.Get("identity.add")) { institution, source, student };
        foreach (var (_, option) in kinds)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (kinds.Count(kind => result.GetValue(kind.Option) is { Length: > 0 }) != 1)
                result.AddError(Texts.Get("identity.one"));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var (kind, option) = kinds.Single(one => parsed.GetValue(one.Option) is { Length: > 0 });
            var identity = new Identity(
                parsed.GetRequiredValue(institution), parsed.GetRequiredValue(source), kind, parsed.GetValue(option)!, parsed.GetRequiredValue(student));
            using var hub = Connected.Hub(workspace);
            await hub.AddIdentity(identity, cancellation);
            screen.Line(Texts.Get("identity.added"));
            return 0;
        });
        return command;
    }
}

/// <summary>An identifier of a source and the student number it belongs to.</summary>
internal sealed record Identity(string Institution, string Source, string Kind, string Value, string StudentNumber);
