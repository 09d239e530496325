using System.Globalization;
using IntegrationHub.Benchmarks;
using IntegrationHub.Benchmarks.ColdStart;
using IntegrationHub.Benchmarks.Credentials;
using IntegrationHub.Benchmarks.Pipeline;
using IntegrationHub.Benchmarks.Sources;
using IntegrationHub.Benchmarks.Webhooks;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;

CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Texts.Language(Environment.GetEnvironmentVariable);
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture;
switch (args.FirstOrDefault())
{
    case EmptyApp.Role:
        await EmptyApp.Run();
        return 0;
    case BareQueue.Role:
        await BareQueue.Run(args[1]);
        return 0;
    case BodyReader.Role:
        await BodyReader.Run();
        return 0;
    case OwnSide.Role:
        await OwnSide.Run(args[1]);
        return 0;
    case Replay.Role:
        await Replay.Run(args[1]);
        return 0;
}

try
{
    return await BenchOptions
        .Command(BenchRun.Run)
        .Parse(args)
        .InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (Exception stop) when (stop is CliException or AzuriteException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync(stop.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
