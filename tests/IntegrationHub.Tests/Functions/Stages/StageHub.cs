using IntegrationHub.Core;
using IntegrationHub.Core.Messaging;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Functions.Slices;
using IntegrationHub.Functions.Stages;
using IntegrationHub.Storage;
using IntegrationHub.Testing.Pipeline;
using IntegrationHub.Tests.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Tests.Functions.Stages;

/// <summary>The queue functions as the hub registers them, on a storage account that fails, with doubles of the systems around.</summary>
internal sealed class StageHub : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 12, 0, 10, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    public StageHub(string fault, MessageRouter? router = null)
    {
        Account = new(fault);
        var institution = OneInstitution.Only with
        {
            MicroCredentials = new Dictionary<string, MicroCredential>
            {
                ["wound-care"] = OneInstitution.WaterSampling with { Code = "wound-care" },
            },
            Recognised = new Dictionary<string, RecognisedCredential>
            {
                ["first-aid"] = new("first-aid", new("Secourisme", "First aid"), "did:web:example.ca", []),
            },
        };
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();
        _services = new ServiceCollection()
            .AddStorage(settings)
            .AddSingleton(Account.Clients)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new KeptLines(Log)))
            .AddSingleton<IInstitutions>(new OneInstitution(institution))
            .AddSingleton<ISecrets, Pepper>()
            .AddSingleton(new PipelineOptions())
            .AddSingleton(new IntegrationHub.Core.Badges.PublicAddresses(new("https://hub.example.ca")))
            .AddDoubles(Outside, new PlainLms(), new PlainForm())
            .AddSlices().AddStages()
            .AddSingleton(provider => router ?? new(provider.GetServices<MessageRoute>()))
            .BuildServiceProvider();
    }

    private OutsideWorld Outside { get; } = new();

    public FaultyAccount Account { get; }

    /// <summary>Warnings and errors.</summary>
    public List<string> Log { get; } = [];

    public Stage Stage => Get<Stage>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Account.Dispose();
    }

    private sealed class Pepper : ISecrets
    {
        public string? Find(string institution, string setting) => "a pepper for tests only";
    }

    private sealed class KeptLines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        IDisposable? ILogger.BeginScope<TState>(TState state) => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
