using IntegrationHub.Sandbox.Badgr;
using IntegrationHub.Sandbox.Blackboard;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Sandbox.Ethos;
using IntegrationHub.Sandbox.Faults;
using IntegrationHub.Sandbox.Forms;
using IntegrationHub.Sandbox.Graph;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Moodle;
using IntegrationHub.Sandbox.OpenEdx;
using IntegrationHub.Sandbox.Pages;
using IntegrationHub.Sandbox.Settings;
using IntegrationHub.Sandbox.Teams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Sandbox;

/// <summary>The sandbox campus: the outside systems of one invented college, in one process, over real HTTP.</summary>
public static class SandboxApp
{
    /// <summary>Builds the campus; the caller runs it. Listens on http://localhost:7080 unless <c>--urls</c> says otherwise.</summary>
    /// <param name="args">Command line: <c>--urls</c> and any setting as <c>--Sandbox:Name=value</c>.</param>
    /// <param name="configure">Last word on settings and services, e.g. a fake <see cref="TimeProvider"/>.</param>
    /// <exception cref="SandboxSettingsException">A setting is missing or faulty; all are named.</exception>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        configure?.Invoke(builder);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://localhost:7080");

        var options = SandboxOptions.Read(builder.Configuration);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(CampusData.Load(options.ExtraLearners))
            .AddSingleton<Gradebook>()
            .AddSingleton<RequestLog>()
            .AddFaults()
            .AddEthos()
            .AddBadgr()
            .AddTeams()
            .AddGraph()
            .AddCanvas()
            .AddMoodle()
            .AddOpenEdx()
            .AddBlackboard()
            .AddPages();

        var app = builder.Build();
        app.UseMiddleware<RequestLogMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.MapCampus();
        app.MapGradebook();
        app.MapRequestLog();
        app.MapFaults();
        app.MapEthos();
        app.MapBadgr();
        app.MapTeams();
        app.MapGraph();
        app.MapCanvas();
        app.MapCanvasApi();
        app.MapMoodle();
        app.MapOpenEdx();
        app.MapForms();
        app.MapBlackboard();
        app.MapWebServices();
        app.MapPages();
        return app;
    }
}
