using System.Collections.Concurrent;
using IntegrationHub.Connectors;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Notices;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Testing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Testing.Connectors;

/// <summary>The connectors as the hub registers them, with secrets and tokens in memory and every log line kept.</summary>
internal sealed class Hub : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Hub(
        IReadOnlyDictionary<string, string> secrets,
        TimeProvider? time = null,
        bool allowPrivate = true,
        IInstitutions? institutions = null)
    {
        time ??= TimeProvider.System;
        Tokens = new FakeTokens(time);
        _services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton<ISecrets>(new FakeSecrets(secrets))
            .AddSingleton<ITokens>(Tokens)
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder().AddInMemoryCollection([new("Outgoing:AllowPrivate", allowPrivate.ToString())]).Build())
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new Keeper(Log)))
            .AddSingleton(new PublicAddresses(new("https://hub.example.ca")))
            .AddSingleton<ICredentials>(Credentials)
            .AddSingleton<IHoldings>(Credentials)
            .AddSingleton<IStatusLists>(Credentials)
            .AddSingleton<IEndorsements>(Credentials)
            .AddSingleton<IDossiers>(_ => throw new NotSupportedException("No dossiers here."))
            .AddSingleton<ILearners>(_ => throw new NotSupportedException("No learners here."))
            .AddSingleton<IInstitutions>(_ => institutions ?? throw new NotSupportedException("No institutions here."))
            .AddConnectors()
            .BuildServiceProvider();
    }

    public FakeTokens Tokens { get; }

    public InMemoryCredentials Credentials { get; } = new();

    public ConcurrentQueue<string> Log { get; } = new();

    public ISis Sis(string kind) => _services.GetServices<ISis>().Single(s => s.Kind == kind);

    public IBadgePlatform Badges(string kind) => _services.GetServices<IBadgePlatform>().Single(s => s.Kind == kind);

    public IChannel Channel(string kind) => _services.GetServices<IChannel>().Single(s => s.Kind == kind);

    public IMailbox Mailbox(string kind) => _services.GetServices<IMailbox>().Single(s => s.Kind == kind);

    public ILmsApi Api(string kind) => _services.GetServices<ILmsApi>().Single(s => s.Kind == kind);

    public IDirectory Directory(string kind) => _services.GetServices<IDirectory>().Single(s => s.Kind == kind);

    public ILms Lms(string kind) => _services.GetServices<ILms>().Single(s => s.Kind == kind);

    public IAuthentication Authentication(string scheme) => _services.GetServices<IAuthentication>().Single(s => s.Scheme == scheme);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        return _services.DisposeAsync();
    }

    private sealed class Keeper(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => log.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
