using IntegrationHub.Core.Learners;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Directory;

internal static class DirectorySetup
{
    /// <summary>Microsoft Graph as a directory, kind <c>graph</c>.</summary>
    public static IServiceCollection AddGraphDirectory(this IServiceCollection services) => services
        .AddSingleton(GraphDirectoryKind.Kind)
        .AddSingleton<IDirectory, GraphDirectory>();
}
