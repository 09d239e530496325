using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Console;

/// <summary>Registers what the pages need.</summary>
public static class ConsoleRegistration
{
    /// <summary>
    /// Rendering on the server, and the tokens that tell our own forms from foreign ones. Needs <c>IInstitutions</c> and
    /// <c>ConnectorKinds</c>.
    /// </summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<HubCookies>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<HubCookies>((options, cookies) => options.Cookie = cookies.Antiforgery);
        return services;
    }
}
