using System.Net;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace IntegrationHub.Connectors.Graph;

/// <summary>Graph clients over our own connections.</summary>
internal sealed class GraphClients(IHttpMessageHandlerFactory handlers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is asked of a mailbox and of the directory, as errors name it: the addresses hold people's names.</summary>
    public const string SendMail = "sendMail", FindUsers = "the look-up of users";

    /// <summary>How Graph is spoken of.</summary>
    public static OutsideSystem System { get; } =
        new("Microsoft Graph", request => request.Method == HttpMethod.Get ? FindUsers : SendMail, _ => null);

    /// <summary>
    /// The SDK's own retries, kept to what is safe: it would post again on 503 and 504 too, and so send twice; and it would wait for
    /// minutes where the queue can.
    /// </summary>
    public static RetryHandlerOption Retry { get; } =
        new()
        {
            MaxRetry = 1,
            Delay = 1,
            ShouldRetry = (_, _, response) => IsBrief(response),
        };

    /// <summary>A client that asks the connection's address with a token.</summary>
    public GraphServiceClient For(Connection connection, string token)
    {
        var http = GraphClientFactory.Create(
            new GraphClientOptions(),
            finalHandler: new AcceptedHandler { InnerHandler = handlers.CreateHandler(System.Name) });
        http.Timeout = Timeout.InfiniteTimeSpan;
        return new GraphServiceClient(
            http,
            new BaseBearerTokenAuthenticationProvider(new GivenToken(token)),
            $"{connection.Address!.AbsoluteUri.TrimEnd('/')}/v1.0");
    }

    private static bool IsBrief(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests && (response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero) <= Patience;

    private sealed class GivenToken(string token) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(
            Uri uri,
            Dictionary<string, object>? additionalAuthenticationContext = null,
            CancellationToken cancellationToken = default) => Task.FromResult(token);
    }

    // sendMail answers 202 and nothing else; the SDK would take any 2xx, a proxy's page included.
    private sealed class AcceptedHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return request.Method == HttpMethod.Get || !response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Accepted
                ? response
                : throw Faults.Unreadable(System.Name, SendMail, $"{(int)response.StatusCode}, where only 202 means accepted");
        }
    }
}
