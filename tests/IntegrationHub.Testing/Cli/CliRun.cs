using IntegrationHub.Cli;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Model.Kinds;
using Spectre.Console;

namespace IntegrationHub.Testing.Cli;

/// <summary>Runs a command in this process, with an environment and a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly Dictionary<string, string> environment = [];
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("hub-cli-").FullName;

    public string Output => output.ToString();

    public string Errors => errors.ToString();

    /// <summary>The kinds of systems that its files may name; null for the hub's own.</summary>
    public ConnectorKinds? Kinds { get; init; }

    public Workspace Workspace => Kinds is null
        ? new(Folder, environment.GetValueOrDefault)
        : new(Folder, environment.GetValueOrDefault) { Kinds = Kinds };

    public CliRun With(string name, string value)
    {
        environment[name] = value;
        return this;
    }

    /// <returns>The exit code, as the program gives it.</returns>
    public async Task<int> Run(params string[] arguments)
    {
        var console = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            });
        console.Profile.Width = 250;
        try
        {
            return await HubCommands
                .Create(Workspace, new Screen(console, errors))
                .Parse(arguments)
                .Run(
                    new()
                    {
                        EnableDefaultExceptionHandler = false,
                        Output = output,
                        Error = errors,
                    });
        }
        catch (CliException stop)
        {
            await errors.WriteLineAsync(stop.Message);
            return stop.ExitCode;
        }
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        output.Dispose();
        errors.Dispose();
    }
}
