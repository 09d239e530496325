using IntegrationHub.Catalogue;
using IntegrationHub.Connectors;
using IntegrationHub.Console;
using IntegrationHub.Functions;
using IntegrationHub.Functions.Security;
using IntegrationHub.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = FunctionsApplication.CreateBuilder(args);

builder.ConfigureFunctionsWebApplication();
builder.Logging.AddFilter("Polly", LogLevel.Error);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // below it logs addresses, and a learner's holds a key
builder.Services
    .AddHubSettings(builder.Configuration)
    .AddStorage(builder.Configuration)
    .AddCatalogue(builder.Configuration)
    .AddCatalogueCopies()
    .AddConnectors()
    .AddPipeline()
    .AddAdminKey()
    .AddSingleton<Door>()
    .AddSingleton<Api>()
    .AddSingleton<Pages>()
    .AddSingleton<BadgePictures>()
    .AddSingleton<Brought>()
    .AddConsole()
    .AddHostedService<StartIssuers>()
    .AddHostedService<StartStorage>();

await (await builder.Build().WithCatalogue()).RunAsync();
