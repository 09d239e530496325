using IntegrationHub.Connectors.Badges.Badgr;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Connectors.Directory;
using IntegrationHub.Connectors.Graph;
using IntegrationHub.Connectors.Lms;
using IntegrationHub.Connectors.Lms.Ags;
using IntegrationHub.Connectors.Lms.Authentication;
using IntegrationHub.Connectors.Lms.Blackboard;
using IntegrationHub.Connectors.Lms.Brightspace;
using IntegrationHub.Connectors.Lms.Caliper;
using IntegrationHub.Connectors.Lms.Canvas.Api;
using IntegrationHub.Connectors.Lms.Canvas;
using IntegrationHub.Connectors.Lms.CloudEvents;
using IntegrationHub.Connectors.Lms.GenericJson;
using IntegrationHub.Connectors.Lms.Moodle.Api;
using IntegrationHub.Connectors.Lms.Moodle;
using IntegrationHub.Connectors.Lms.OpenEdx;
using IntegrationHub.Connectors.Lms.Reconciled;
using IntegrationHub.Connectors.Lms.Testing;
using IntegrationHub.Connectors.Lms.XApi;
using IntegrationHub.Connectors.Mail.Graph;
using IntegrationHub.Connectors.Sis.Ethos;
using IntegrationHub.Connectors.Teams.Workflows;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors;

/// <summary>Registers every outside system that the hub can speak to.</summary>
public static class ConnectorsSetup
{
    /// <summary>
    /// All of <c>IAuthentication</c>, <c>ILms</c>, <c>ILmsApi</c>, <c>IDirectory</c>, <c>ISis</c>, <c>IBadgePlatform</c>, <c>IChannel</c>
    /// and <c>IMailbox</c> as singletons, told apart by their Kind or Scheme.
    /// What each says of itself is in <see cref="ConnectorKinds"/>. Needs <c>ISecrets</c> and <c>ITokens</c>; reads
    /// <c>Outgoing:AllowPrivate</c> where there is an <c>IConfiguration</c>.
    /// </summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services) => services
        .AddAuthentications()
        .AddLms<CanvasLms>(CanvasKind.Kind)
        .AddCaliper()
        .AddBlackboard()
        .AddLms<MoodleLms>(MoodleKind.Kind)
        .AddLms<XApiLms>(XApiKind.Kind)
        .AddOpenEdx()
        .AddLms<BrightspaceLms>(BrightspaceKind.Kind)
        .AddLms<AgsLms>(AgsKind.Kind)
        .AddLms<GenericJsonLms>(GenericJsonKind.Kind)
        .AddLms<CloudEventsLms>(CloudEventsKind.Kind)
        .AddSourceTester()
        .AddEthos()
        .AddBadgr()
        .AddOwnIssuer()
        .AddWorkflows()
        .AddGraph()
        .AddGraphMail()
        .AddGraphDirectory()
        .AddCanvasApi()
        .AddMoodleApi()
        .AddReconciledForm()
        .AddSingleton<ConnectorKinds>();

    /// <summary>What all of them say of themselves, for who reads files without running a hub.</summary>
    public static ConnectorKinds Kinds() => Kinds(new ServiceCollection().AddConnectors());

    /// <summary>What registered connectors say of themselves; none of them is made.</summary>
    public static ConnectorKinds Kinds(this IServiceCollection services)
    {
        return new(All<AuthenticationKind>(), All<SourceKind>(), All<ConnectionKind>());

        IEnumerable<T> All<T>() => services.Select(service => service.ImplementationInstance).OfType<T>();
    }
}
