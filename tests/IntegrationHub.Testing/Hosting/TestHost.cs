using IntegrationHub.EmbeddedHost;
using IntegrationHub.EmbeddedHost.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace IntegrationHub.Testing.Hosting;

/// <summary>A host made of some function classes, with a host.json of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string NoPrefix = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("test-host-");
    private readonly IHost _host;

    public TestHost(
        Type[] classes,
        string hostJson = NoPrefix,
        Action<EmbeddedApplicationBuilder>? configure = null,
        string[]? settings = null,
        string? localSettings = null)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "host.json"), hostJson);
        if (localSettings is not null)
            File.WriteAllText(Path.Combine(_folder.FullName, "local.settings.json"), localSettings);
        try
        {
            var builder = new EmbeddedApplicationBuilder([
                $"--EmbeddedHost:Directory={_folder.FullName}",
                "--port=0",
                "--Logging:Console:LogLevel:Default=None",
                .. settings ?? [],
            ]);
            configure?.Invoke(builder);
            builder.RunFunctionsOf(classes);
            _host = builder.Build();
        }
        catch
        {
            _folder.Delete(recursive: true);
            throw;
        }
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>Builds a host that must not start, and gives the reasons.</summary>
    public static IReadOnlyList<string> FaultsOf(Type[] classes, string hostJson = NoPrefix, params string[] settings) =>
        Should.Throw<HostStartException>(() => new TestHost(classes, hostJson, settings: settings)).Faults;

    public async Task<HttpClient> StartAsync()
    {
        await _host.StartAsync();
        var addresses = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new() { BaseAddress = new(addresses.First()) };
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
