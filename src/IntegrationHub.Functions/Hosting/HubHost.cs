using IntegrationHub.EmbeddedHost;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Functions.Hosting;

/// <summary>Which host runs the functions: the Azure Functions host that started this process, or the embedded one.</summary>
internal static class HubHost
{
    /// <summary>An Azure Functions host names itself on its worker’s command line, with this option.</summary>
    private const string WorkerId = "--functions-worker-id";

    /// <summary>Set where Azure loads the program into a process that stood ready without an app (placeholder mode).</summary>
    /// <remarks>Source: the worker itself looks for it, in <c>Microsoft.Azure.Functions.Worker.Grpc</c>.</remarks>
    private const string NativeHost = "AZURE_FUNCTIONS_NATIVE_HOST";

    /// <summary>The builder of the host, and what makes the host of it.</summary>
    public static (IHostApplicationBuilder Builder, Func<IHost> Build) Create(string[] args) =>
        IsWorker(args) ? Worker(args) : Embedded(args);

    private static bool IsWorker(string[] args) =>
        AppContext.GetData(NativeHost) is not null
        || args.Any(arg => arg == WorkerId || arg.StartsWith($"{WorkerId}=", StringComparison.Ordinal));

    private static (IHostApplicationBuilder Builder, Func<IHost> Build) Worker(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        return (builder, builder.Build);
    }

    private static (IHostApplicationBuilder Builder, Func<IHost> Build) Embedded(string[] args)
    {
        var builder = new EmbeddedApplicationBuilder(args);
        return (builder, builder.Build);
    }
}
