using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.OpenBadges.Http;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Badges.OwnIssuer;

internal static class OwnIssuerSetup
{
    /// <summary>The hub as issuer, kind <c>hub</c>. Needs <c>PublicAddresses</c>.</summary>
    public static IServiceCollection AddOwnIssuer(this IServiceCollection services) => services
        .AddSingleton<SigningKeys>()
        .AddSingleton<IInstitutionCheck, IssuerCheck>()
        .AddSingleton<Signing>()
        .AddSingleton<AchievementMapping>()
        .AddSingleton<CredentialMapping>()
        .AddSingleton<EndorsementShelf>()
        .AddSingleton<EndorsementImport>()
        .AddSingleton<IssuerDocuments>()
        .AddSingleton<StatusListDocuments>()
        .AddSingleton<LearnerRecords>()
        .AddSingleton(_ => new HttpDocuments(userAgent: "IntegrationHub"))
        .AddSingleton<IDocuments, OwnDocuments>()
        .AddSingleton<CredentialVerifier>()
        .AddSingleton<HubVerifier>()
        .AddSingleton<OutsideCredentials>()
        .AddSingleton<CredentialStatusPublisher>()
        .AddSingleton<CredentialMaker>()
        .AddBadgePlatform<HubIssuer>(OwnIssuerKind.Kind);
}
