using System.CommandLine;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Erasures;

internal static class EraseCommand
{
    public static Command Create(Workspace workspace, Screen screen)
    {
        var institution = new Argument<string?>("INSTITUTION")
        {
            Description = Texts.Get("option.institution"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var student = new Argument<string?>("STUDENT_NUMBER")
        {
            Description = Texts.Get("identity.studentNumber"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var yes = new Option<bool>("--yes") { Description = Texts.Get("erase.yes") };
        var replay = new Option<bool>("--replay") { Description = Texts.Get("erase.replay") };
        var command = new Command("erase", Texts.Get("erase.help")) { institution, student, yes, replay };
        command.Validators.Add(result =>
        {
            if (result.GetValue(replay) == result.GetValue(student) is not null)
                result.AddError(Texts.Get("erase.who"));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var hub = Connected.Hub(workspace);
            var erasing = new Erasing(hub, screen);
            if (parsed.GetValue(replay))
                return await erasing.Replay(parsed.GetValue(institution) ?? Options.UsualInstitution, cancellation);
            var (whose, number) = (parsed.GetValue(institution)!, parsed.GetValue(student)!);
            return parsed.GetValue(yes) || screen.Confirm(Texts.Get("erase.confirm", number, whose), Texts.Get("erase.needsYes"))
                ? await erasing.Erase(whose, number, cancellation)
                : 1;
        });
        return command;
    }
}
