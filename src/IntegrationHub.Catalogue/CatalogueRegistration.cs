using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Catalogue;

/// <summary>Registers the catalogue.</summary>
public static class CatalogueRegistration
{
    /// <summary>
    /// Adds <see cref="IInstitutions"/> over the folder of the setting <c>Catalogue:Folder</c>; the host does not start
    /// where it is missing. Needs <c>ConnectorKinds</c>.
    /// </summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CatalogueOptions>()
            .Bind(configuration.GetSection(CatalogueOptions.Section))
            .Validate(
                options => Directory.Exists(options.Folder),
                "Catalogue:Folder is not set or is no folder: set it to the folder that holds a folder per institution.")
            .Validate(
                options => options.LookEvery > TimeSpan.Zero && options.LookEvery <= TimeSpan.FromDays(1),
                "Catalogue:LookEvery is not above zero and at most a day: set it to a duration such as 00:00:02.")
            .Validate(OutsideTheCatalogue, "Catalogue:LastGood lies in Catalogue:Folder: set it to a folder of the hub's own.")
            .ValidateOnStart();
        services.TryAddSingleton(configuration);
        services.AddSingleton<Cause, FaultyFiles>();
        services.AddSingleton<CatalogueFolder>();
        services.AddSingleton<IInstitutions>(provider => provider.GetRequiredService<CatalogueFolder>());
        return services;
    }

    private static bool OutsideTheCatalogue(CatalogueOptions options) =>
        string.IsNullOrEmpty(options.LastGood)
        || string.IsNullOrEmpty(options.Folder)
        || !Path.GetFullPath(options.LastGood)
            .StartsWith(
                Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Folder)) + Path.DirectorySeparatorChar,
                StringComparison.Ordinal);
}
