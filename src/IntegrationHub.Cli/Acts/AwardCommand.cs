using System.CommandLine;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Acts;

/// <summary>What people decide about one award.</summary>
internal static class AwardCommand
{
    private static readonly (string Act, bool NeedsReason)[] Acts =
    [
        ("approve", false),
        ("decline", true),
        ("uphold", false),
        ("suspend", true),
        ("resume", false),
        ("revoke", true),
        ("reaward", true),
    ];

    public static Command Create(Workspace workspace, Screen screen)
    {
        var command = new Command("award", Texts.Get("award.help")) { Move(workspace, screen) };
        foreach (var (act, needsReason) in Acts)
            command.Subcommands.Add(Act(workspace, screen, act, needsReason));
        return command;
    }

    private static Command Act(Workspace workspace, Screen screen, string act, bool needsReason)
    {
        var (award, reason) = (Award(), Reason(needsReason));
        var command = new Command(act, Texts.Get($"award.{act}")) { award };
        if (needsReason)
            command.Options.Add(reason);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = Connected.Hub(workspace);
                var id = parsed.GetRequiredValue(award);
                await hub.Act(id, act, new(needsReason ? parsed.GetValue(reason) : null), cancellation);
                screen.Line(Texts.Get($"award.{act}.asked", id));
                return 0;
            });
        return command;
    }

    private static Command Move(Workspace workspace, Screen screen)
    {
        var (award, reason) = (Award(), Reason(true));
        var student = new Option<string>("--student") { Description = Texts.Get("award.student"), Required = true };
        var command = new Command("move", Texts.Get("award.move")) { award, student, reason };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var hub = Connected.Hub(workspace);
                var id = parsed.GetRequiredValue(award);
                await hub.Move(id, new(parsed.GetValue(reason), parsed.GetRequiredValue(student)), cancellation);
                screen.Line(Texts.Get("award.move.asked", id));
                return 0;
            });
        return command;
    }

    private static Argument<string> Award() => new("AWARD") { Description = Texts.Get("awards.id") };

    private static Option<string?> Reason(bool isNeeded) =>
        new("--reason") { Description = Texts.Get("credential.reason"), Required = isNeeded };
}
