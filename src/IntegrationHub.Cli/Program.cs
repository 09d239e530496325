using System.CommandLine;
using System.Globalization;
using IntegrationHub.Cli;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;

CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Texts.Language(Environment.GetEnvironmentVariable);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture;
try
{
    var invocation = new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(45),
    };
    return await HubCommands.Create(Workspace.Find(), Screen.OfTerminal()).Parse(args).Run(invocation);
}
catch (CliException stop)
{
    await Console.Error.WriteLineAsync(stop.Message);
    return stop.ExitCode;
}
catch (AzuriteException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
