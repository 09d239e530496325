using System.Reflection;
using IntegrationHub.EmbeddedHost.Functions;
using IntegrationHub.EmbeddedHost.Http;
using IntegrationHub.EmbeddedHost.Queues;
using IntegrationHub.EmbeddedHost.Settings;
using IntegrationHub.EmbeddedHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.EmbeddedHost;

/// <summary>Puts the host together: settings, functions, and what listens for each kind of trigger.</summary>
internal static class HostAssembly
{
    public static IHost Assemble(WebApplicationBuilder web, IReadOnlyList<Type>? classes)
    {
        var faults = new Faults();
        var settings = HostSettings.Read(web.Configuration, faults);
        var strictness = Strictness.Read(web.Configuration, faults);
        var functions = new FunctionFinder(faults).Find(classes ?? Assembly.GetEntryAssembly()!.GetTypes())
            .FindAll(function => !DisabledFunctions.Has(web.Configuration, function.Name));
        var expressions = new Expressions(web.Configuration, faults);

        var queues = QueueFunction.CreateAll(functions, expressions, new StorageConnections(web.Configuration, faults), faults);
        var timers = TimerFunction.CreateAll(functions, expressions, faults);
        var routes = HttpFunction.CreateAll(functions, expressions, settings.RoutePrefix, faults);

        web.Services.TryAddSingleton(TimeProvider.System);
        web.Services.AddSingleton(strictness);
        web.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, VerbPolicy>());
        if (queues.Count > 0)
            web.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<QueueListeners>(services, queues, settings.Queues));
        if (timers.Count > 0)
            web.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<TimerRunner>(services, timers));

        RouteOverlaps.Check(routes, faults);
        faults.ThrowIfAny();
        return Routed(web.Build(), routes, strictness);
    }

    private static WebApplication Routed(WebApplication app, List<HttpFunction> routes, Strictness strictness)
    {
        // The Azure Functions worker authenticates and authorises nobody by itself, so neither do we.
        IApplicationBuilder pipeline = app;
        pipeline.Properties["__AuthenticationMiddlewareSet"] = true;
        pipeline.Properties["__AuthorizationMiddlewareSet"] = true;
        if (strictness.IsStrict)
            StrictAnswers.Use(app);
        foreach (var route in routes)
            route.Map(app);
        return app;
    }
}
