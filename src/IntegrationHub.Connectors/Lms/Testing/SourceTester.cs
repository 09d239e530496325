using IntegrationHub.Core;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Lms.Testing;

/// <summary>
/// Posts test events to the hub's own public address: from the domain's name to the journal the whole way in is tried.
/// The address is the host's setting and no institution's, so that it may lie on the hub's own network.
/// </summary>
internal sealed class SourceTester(
    IEnumerable<IAuthentication> schemes,
    IEnumerable<ILms> kinds,
    IHttpClientFactory clients,
    PublicAddresses addresses,
    TimeProvider time) : ISourceTester
{
    internal const string Client = "source-test";

    private readonly Dictionary<string, ITestSigner> _signers = schemes
        .Where(scheme => scheme is ITestSigner)
        .ToDictionary(scheme => scheme.Scheme, scheme => (ITestSigner)scheme);


    public bool CanTest(Source source) => _signers.TryGetValue(source.Authentication, out var signer) && signer.CanSign(source);

    public async Task<SourceTest> Send(Institution institution, Source source, CancellationToken cancellation)
    {
        if (!_signers.TryGetValue(source.Authentication, out var signer) || !signer.CanSign(source))
            return new(TestOutcome.OnlyTheSender);
        var id = TrackingId.New();
        if (signer.Sign(source, Bare(source).With(Delivery.TestHeader, id)) is not { } signed)
            return new(TestOutcome.SecretMissing);

        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{addresses.Hook(institution.Id, source.Name, signed.AddressKey).AbsoluteUri}{signed.Path}")
        {
            Content = new ReadOnlyMemoryContent(signed.Body),
        };
        foreach (var (name, value) in signed.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(request, cancellation);
            var isOurs = answer.Headers.TryGetValues(Delivery.TestHeader, out var echo) && echo.Contains(id);
            return new(
                !isOurs ? TestOutcome.Elsewhere
                    : answer.IsSuccessStatusCode ? TestOutcome.Taken
                    : TestOutcome.NotTaken,
                id,
                (int)answer.StatusCode);
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return new(TestOutcome.Unreachable, id);
        }
    }

    private TestEvent Bare(Source source) => kinds.FirstOrDefault(kind => kind.Kind == source.Kind) is ITestEvents kind
        ? kind.TestEvent(source, time.GetUtcNow())
        : TestEvents.Plain(time.GetUtcNow());
}

internal static class SourceTesterSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The hub as a sender to itself; nothing of a request reaches a log, for the address may be secret.</summary>
    public static IServiceCollection AddSourceTester(this IServiceCollection services)
    {
        services.AddHttpClient(SourceTester.Client, http => http.Timeout = Patience)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    UseProxy = false,
                });
        return services.AddSingleton<ISourceTester, SourceTester>();
    }
}
