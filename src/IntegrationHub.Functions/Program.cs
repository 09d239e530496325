using IntegrationHub.Catalogue;
using IntegrationHub.Connectors;
using IntegrationHub.Console;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Api;
using IntegrationHub.Functions.Background;
using IntegrationHub.Functions.Credentials;
using IntegrationHub.Functions.Hooks;
using IntegrationHub.Functions.Hosting;
using IntegrationHub.Functions.Pages;
using IntegrationHub.Functions.Security;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Functions.Stages;
using IntegrationHub.Functions.Telemetry;
using IntegrationHub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var (builder, build) = HubHost.Create(args);

builder.Logging.WithoutAddresses();
builder.AddTelemetry();
builder.Services
    .AddHubSettings(builder.Configuration)
    .AddStorage(builder.Configuration)
    .AddCatalogue(builder.Configuration)
    .AddCatalogueCopies()
    .AddConnectors()
    .AddSlices()
    .AddStages()
    .AddAdminKey()
    .AddDoor()
    .AddSingleton<ApiHandler>()
    .AddActs()
    .AddSingleton<PageHandler>()
    .AddSingleton<BadgePictures>()
    .AddVerifyTurns()
    .AddSingleton<Absence>()
    .AddConsole()
    .AddHostedService<CatalogueKeeper>()
    .AddHostedService<StartStorage>()
    .AddHostedService<JournalKeeper>();

await (await build().WithCatalogue()).RunAsync();
