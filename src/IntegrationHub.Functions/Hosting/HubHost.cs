using IntegrationHub.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions.Hosting;

/// <summary>Which host runs the functions: the Azure Functions host that started this process, or the embedded one.</summary>
internal static class HubHost
{
    /// <summary>Every Azure Functions host names itself on its worker’s command line, with this option.</summary>
    private const string WorkerId = "--functions-worker-id";

    /// <summary>The builder of the host, and what makes the host of it.</summary>
    public static (IHostApplicationBuilder Builder, Func<IHost> Build) Create(string[] args) =>
        args.Any(arg => arg == WorkerId || arg.StartsWith($"{WorkerId}=", StringComparison.Ordinal)) ? Worker(args) : Embedded(args);

    private static (IHostApplicationBuilder Builder, Func<IHost> Build) Worker(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        return (builder, builder.Build);
    }

    private static (IHostApplicationBuilder Builder, Func<IHost> Build) Embedded(string[] args)
    {
        var builder = EmbeddedApplication.CreateBuilder(args);
        return (builder, builder.Build);
    }
}
