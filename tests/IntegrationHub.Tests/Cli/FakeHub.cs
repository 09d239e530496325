using System.Net;
using IntegrationHub.Testing.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Cli;

/// <summary>An HTTP server on a free port that answers what a test says.</summary>
internal sealed class FakeHub : IAsyncDisposable
{
    public const string Key = "a-key-for-tests";
    private readonly WebApplication app;

    private FakeHub(WebApplication app) => this.app = app;

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<FakeHub> Start(Action<IEndpointRouteBuilder> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers.Authorization == $"Bearer {Key}" || context.Request.Path.StartsWithSegments("/send"))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        answers(app);
        await app.StartAsync();
        return new(app);
    }

    public CliRun Cli() => new CliRun().With("HUB_URL", Address).With("SANDBOX_URL", Address).With("HUB_ADMIN_KEY", Key);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
