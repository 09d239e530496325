using System.CommandLine;
using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Send;

internal static class SendCommand
{
    private static readonly string[] Named = ["learner", "course", "institution", "source"];

    public static Command Create(Workspace workspace, Screen screen) =>
        new("send", Texts.Get("send.help"))
        {
            LostCommand.Create(workspace, screen),
            Kind(workspace, screen, "canvas", [], [new Option<bool>("--together") { Description = Texts.Get("send.together") }]),
            Kind(
                workspace,
                screen,
                "moodle",
                [new Option<int?>("--batch") { Description = Texts.Get("send.batch") }],
                [
                    new Option<bool>("--together") { Description = Texts.Get("send.together") },
                    new Option<bool>("--mbox") { Description = Texts.Get("send.mbox") },
                ]),
            Kind(workspace, screen, "openedx", [], AsAForm()),
            Kind(workspace, screen, "json", [], AsAForm()),
            Kind(
                workspace,
                screen,
                "blackboard",
                [new Option<int?>("--batch") { Description = Texts.Get("send.batch") }],
                [new Option<bool>("--together") { Description = Texts.Get("send.together") }]),
        };

    private static Option<bool>[] AsAForm() =>
        [
            new Option<bool>("--together") { Description = Texts.Get("send.together") },
            new Option<bool>("--form") { Description = Texts.Get("send.form") },
        ];

    private static Command Kind(Workspace workspace, Screen screen, string kind, Option<int?>[] ownNumbers, Option<bool>[] flags)
    {
        Option<string?>[] texts =
        [
            .. Named.Select(name => Options.Text("--" + name, "send." + name)),
            Options.Text("--event", $"send.{kind}.event"),
            Options.Text("--as", $"send.{kind}.as"),
            .. kind == "blackboard" ? Array.Empty<Option<string?>>() : [Options.Text("--case", "send.case")],
        ];
        var score = new Option<decimal?>("--score") { Description = Texts.Get("send.score") };
        Option<int?>[] numbers = [new("--repeat") { Description = Texts.Get("send.repeat") }, .. ownNumbers];
        var json = Options.Json();

        var command = new Command(kind, Texts.Get($"send.{kind}.help"));
        foreach (Option option in (Option[])[.. texts, score, .. numbers, .. flags, json])
            command.Options.Add(option);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var what = new JsonObject { ["score"] = parsed.GetValue(score) };
                foreach (var option in texts)
                    what[option.Name[2..]] = parsed.GetValue(option);
                foreach (var option in numbers)
                    what[option.Name[2..]] = parsed.GetValue(option);
                foreach (var option in flags)
                    what[option.Name[2..]] = parsed.GetValue(option);
                using var sandbox = Connected.Sandbox(workspace);
                return SendReport.Show(screen, await sandbox.Send(kind, what, cancellation), parsed.GetValue(json));
            });
        return command;
    }
}
