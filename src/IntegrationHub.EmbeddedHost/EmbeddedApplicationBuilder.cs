using IntegrationHub.EmbeddedHost.Diagnostics;
using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EmbeddedHost;

/// <summary>Collects what a functions app is made of, then builds the host that runs it.</summary>
public sealed class EmbeddedApplicationBuilder : IHostApplicationBuilder
{
    private readonly WebApplicationBuilder _web;
    private IReadOnlyList<Type>? _classes;

    /// <summary>Begins with the usual configuration, logging and container.</summary>
    /// <param name="args">The command line; <c>--port 7071</c> and <c>--urls http://…</c> say where to listen.</param>
    public EmbeddedApplicationBuilder(string[] args)
    {
        // Watching the configuration files costs more at start than everything else here.
        _web = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. CommandLine.Normalise(args)],
                ContentRootPath = AppContext.BaseDirectory,
            });
        StartingPoint.Apply(_web);
    }

    /// <inheritdoc />
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <inheritdoc />
    public IConfigurationManager Configuration => _web.Configuration;

    /// <inheritdoc />
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc />
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc />
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <inheritdoc />
    public IServiceCollection Services => _web.Services;

    /// <inheritdoc />
    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory,
        Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <summary>Runs the functions of these classes instead of those of the entry assembly; for tests and tools.</summary>
    /// <param name="classes">The classes that hold the functions.</param>
    public EmbeddedApplicationBuilder RunFunctionsOf(params Type[] classes)
    {
        _classes = classes;
        return this;
    }

    /// <summary>Finds the functions, checks them and the settings, and makes the host.</summary>
    /// <exception cref="HostStartException">Something is wrong; the message lists every fault.</exception>
    public IHost Build() => HostAssembly.Assemble(_web, _classes);
}
