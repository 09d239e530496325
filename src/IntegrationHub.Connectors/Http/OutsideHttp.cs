using System.Net;
using IntegrationHub.OpenBadges.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;

namespace IntegrationHub.Connectors.Http;

/// <summary>The one place that makes HTTP clients for outside systems.</summary>
internal static class OutsideHttp
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(40);

    /// <summary>
    /// A client by the system's name. GETs are tried again at once, briefly; POSTs never: the queue owns the rest.
    /// Nothing of a request reaches a log, for addresses may carry a signature or an identifier.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="system">The system.</param>
    /// <param name="mapsErrors">Whether a failed answer becomes an exception of ours at once; false where an SDK reads it first.</param>
    public static IServiceCollection AddOutsideClient(this IServiceCollection services, OutsideSystem system, bool mapsErrors = true)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(sp => new GuardedConnection(new AddressPolicy(AllowPrivate(sp))));
        services.TryAddSingleton<OutsideClients>();

        var client = services.AddHttpClient(system.Name, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(sp => Sockets(sp.GetRequiredService<GuardedConnection>()));
        if (mapsErrors)
            client.AddHttpMessageHandler(sp => new OutsideHandler(system, sp.GetRequiredService<TimeProvider>()));
        client.AddStandardResilienceHandler(Resilience).SelectPipelineByAuthority();
        client.AddHttpMessageHandler(() => new WholeAnswerHandler());
        return services;
    }

    private static SocketsHttpHandler Sockets(GuardedConnection connection) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = connection.Connect,
    };

    private static void Resilience(HttpStandardResilienceOptions options)
    {
        options.AttemptTimeout.Timeout = Attempt;
        options.TotalRequestTimeout.Timeout = Total;
        options.CircuitBreaker.SamplingDuration = Attempt * 2;
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        // The queue waits out a Retry-After; a worker must not.
        options.Retry.ShouldRetryAfterHeader = false;
        options.Retry.ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests && HttpClientResiliencePredicates.IsTransient(args.Outcome));
        options.Retry.DisableForUnsafeHttpMethods();
    }

    private static bool AllowPrivate(IServiceProvider services) =>
        bool.TryParse(services.GetService<IConfiguration>()?["Outgoing:AllowPrivate"], out var allow) && allow;
}
