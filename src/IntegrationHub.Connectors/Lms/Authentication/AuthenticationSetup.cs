using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Lms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Connectors.Lms.Authentication;

internal static class AuthenticationSetup
{
    /// <summary>Every way in which a source can prove its deliveries.</summary>
    public static IServiceCollection AddAuthentications(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddOutsideClient(KeySets.System)
            .AddSingleton<KeySets>()
            .AddSingleton<InboundSecrets>()
            .AddSingleton<IAuthentication, SignedBody>()
            .AddSingleton<IAccessTokens, AccessTokens>()
            .AddSingleton<IAuthentication, BasicCredentials>()
            .AddSingleton<IAuthentication, BearerToken>()
            .AddSingleton<IAuthentication, BareAuthorization>()
            .AddSingleton<IAuthentication, StandardWebhooks>()
            .AddSingleton<IAuthentication, GithubSignature>()
            .AddSingleton<IAuthentication, StripeSignature>()
            .AddSingleton<IAuthentication, ClientCredentials>()
            .AddSingleton<IAuthentication, TokenInBody>()
            .AddSingleton<IAuthentication, SecretAddress>();
    }
}
