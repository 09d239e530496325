using IntegrationHub.Connectors.Http;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Kinds;
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
            .AddScheme<SignedBody>(SignedBody.Kind)
            .AddSingleton<IAccessTokens, AccessTokens>()
            .AddScheme<BasicCredentials>(BasicCredentials.Kind)
            .AddScheme<BearerToken>(BearerToken.Kind)
            .AddScheme<BareAuthorization>(BareAuthorization.Kind)
            .AddScheme<StandardWebhooks>(StandardWebhooks.Kind)
            .AddScheme<GithubSignature>(GithubSignature.Kind)
            .AddScheme<StripeSignature>(StripeSignature.Kind)
            .AddScheme<ClientCredentials>(ClientCredentials.Kind)
            .AddScheme<TokenInBody>(TokenInBody.Kind)
            .AddScheme<SecretAddress>(SecretAddress.Kind);
    }

    private static IServiceCollection AddScheme<T>(this IServiceCollection services, AuthenticationKind kind)
        where T : class, IAuthentication => services.AddSingleton(kind).AddSingleton<IAuthentication, T>();
}
