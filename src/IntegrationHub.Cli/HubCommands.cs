using System.CommandLine;
using System.CommandLine.Help;
using IntegrationHub.Cli.Acts;
using IntegrationHub.Cli.Attention;
using IntegrationHub.Cli.Awards;
using IntegrationHub.Cli.Backup;
using IntegrationHub.Cli.Bench;
using IntegrationHub.Cli.Catalogue;
using IntegrationHub.Cli.Cost;
using IntegrationHub.Cli.Credentials;
using IntegrationHub.Cli.Erasures;
using IntegrationHub.Cli.Faults;
using IntegrationHub.Cli.Identities;
using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Keys;
using IntegrationHub.Cli.Lint;
using IntegrationHub.Cli.Publish;
using IntegrationHub.Cli.Queues;
using IntegrationHub.Cli.Reconciliations;
using IntegrationHub.Cli.Records;
using IntegrationHub.Cli.Send;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Cli.Sources;
using IntegrationHub.Cli.Testing;
using IntegrationHub.Cli.Up;

namespace IntegrationHub.Cli;

/// <summary>The commands of <c>hub</c>.</summary>
internal static class HubCommands
{
    public static RootCommand Create(Workspace workspace, Screen screen)
    {
        var root = new RootCommand(Texts.Get("root.help"))
        {
            UpCommand.Create(workspace, screen),
            SendCommand.Create(workspace, screen),
            AwardsCommand.Create(workspace, screen),
            ReplayCommand.Create(workspace, screen),
            IdentityCommand.Create(workspace, screen),
            ReconcileCommand.Create(workspace, screen),
            AttentionCommand.Create(workspace, screen),
            RecordsCommand.Create(workspace, screen),
            FaultsCommand.Create(workspace, screen),
            LintCommand.Create(workspace, screen),
            CatalogueCommand.Create(workspace, screen),
            KeysCommand.Create(screen),
            SourcesCommand.Create(workspace, screen),
            AwardCommand.Create(workspace, screen),
            LearnerCommand.Create(workspace, screen),
            EndorseCommand.Create(workspace, screen),
            RecogniseCommand.Create(workspace, screen),
            EraseCommand.Create(workspace, screen),
            QueuesCommand.Create(workspace, screen),
            BackupCommand.Create(workspace, screen),
            RestoreCommand.Create(workspace, screen),
            InfraCommand.Create(workspace, screen),
            PublishCommand.Create(workspace, screen),
            TestCommand.Create(workspace, screen),
            BenchCommand.Create(workspace, screen),
            CostCommand.Create(workspace, screen),
        };
        root.Subcommands.Add(Help(root));
        root.SetAction(parsed => root.Parse(["--help"]).Invoke(parsed.InvocationConfiguration));
        foreach (var option in root.Options)
            option.Description = Texts.Get(option is HelpOption ? "help.option" : "help.version");
        return root;
    }

    private static Command Help(RootCommand root)
    {
        var name = new Argument<string[]>("COMMAND") { Description = Texts.Get("help.command"), Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("help", Texts.Get("help.help")) { name };
        command.SetAction(parsed => root.Parse([.. parsed.GetValue(name) ?? [], "--help"]).Invoke(parsed.InvocationConfiguration));
        return command;
    }
}
