using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing;
using Spectre.Console;

namespace IntegrationHub.EndToEnd.Backup;

/// <summary>The <c>hub</c> command beside a storage account that its environment names.</summary>
internal sealed class Terminal(string storage)
{
    /// <returns>The exit code and all that was said.</returns>
    public async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(said),
            });
        console.Profile.Width = 250;
        try
        {
            var workspace = new Workspace(Repository.Root, name => name == "AzureWebJobsStorage" ? storage : null);
            var code = await HubCommands
                .Create(workspace, new Screen(console, said))
                .Parse(arguments)
                .InvokeAsync(
                    new()
                    {
                        EnableDefaultExceptionHandler = false,
                        Output = said,
                        Error = said,
                    });
            return (code, said.ToString());
        }
        catch (CliException stop)
        {
            return (stop.ExitCode, said + stop.Message);
        }
    }
}
