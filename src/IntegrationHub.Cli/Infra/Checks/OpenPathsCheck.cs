using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra.Checks;

/// <summary>
/// Where people sign in before the console, exactly the paths of vendors, learners and the public stay open: every route is
/// either one of the console's or open.
/// </summary>
internal static class OpenPathsCheck
{
    private const string File = "infra/modules/sign-in.bicep";

    /// <summary>First segments of the console's routes; the root page has none.</summary>
    private static readonly string[] Console = ["", "home", "awards", "attention", "sources", "systems", "sign-in", "sign-out"];

    public static IEnumerable<InfraFault> Faults(Deployment deployment, HubCode code) =>
        deployment
            .Of(AzureTypes.SiteConfig)
            .Where(config => config.OwnName == "authsettingsV2")
            .SelectMany(config => Compare(config, code));

    private static IEnumerable<InfraFault> Compare(Resource signIn, HubCode code)
    {
        if (signIn.Text("properties.globalValidation.requireAuthentication") != "true")
            yield return new(File, Texts.Get("infra.noSignIn"), Texts.Get("infra.requireSignIn"));
        var open = (signIn.At("properties.globalValidation.excludedPaths") as JsonArray ?? []).Select(path => (string)path!).ToList();
        var routes = code.Triggers.Where(trigger => trigger.Kind == "Http").Select(trigger => trigger.Value).ToList();
        foreach (var route in routes.Where(route => !IsOfTheConsole(route) && !open.Exists(path => Covers(path, route))))
            yield return new(File, Texts.Get("infra.closedRoute", route), Texts.Get("infra.openRoute", First(route)));
        foreach (var path in open.Where(path =>
                !routes.Exists(route => Covers(path, route)) || routes.Exists(route => Covers(path, route) && IsOfTheConsole(route))))
            yield return new(File, Texts.Get("infra.openForNothing", path), Texts.Get("infra.closePath", path));
    }

    private static bool IsOfTheConsole(string route) => Console.Contains(First(route));

    private static bool Covers(string path, string route) =>
        path.EndsWith("/*", StringComparison.Ordinal) ? $"/{route}".StartsWith(path[..^1], StringComparison.Ordinal) : $"/{route}" == path;

    /// <summary>The first segment; what may be empty, as the root page's, is none.</summary>
    private static string First(string route) =>
        route.TrimStart('/').Split('/')[0] is var segment && segment.StartsWith('{') ? "" : segment;
}
