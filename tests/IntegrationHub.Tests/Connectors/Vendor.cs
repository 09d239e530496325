using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace IntegrationHub.Tests.Connectors;

/// <summary>A vendor in this process that answers as a test tells it to: for what the sandbox, which behaves, never does.</summary>
internal sealed class Vendor(WebApplication app, Hub hub) : IAsyncDisposable
{
    public Hub Hub => hub;

    public static async Task<Vendor> Start(Action<WebApplication> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        answers(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, new Hub(new Dictionary<string, string>(Campus.Secrets) { ["TEAMS"] = $"{app.Urls.Single()}/post?sig=secret" }));
    }

    /// <summary>The campus's connection, but to this vendor.</summary>
    public Connection Instead(Connection connection) => connection with { Address = new Uri(app.Urls.Single()) };

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        await app.DisposeAsync();
    }
}
