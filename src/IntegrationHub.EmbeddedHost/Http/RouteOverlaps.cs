using IntegrationHub.EmbeddedHost.Settings;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>
/// Refuses routes that can match the same path with a common verb: on Azure the function's name would decide between them.
/// </summary>
internal static class RouteOverlaps
{
    public static void Check(List<HttpFunction> routes, Faults faults)
    {
        for (var i = 0; i < routes.Count; i++)
        {
            for (var j = i + 1; j < routes.Count; j++)
            {
                if (routes[i].Verbs.Share(routes[j].Verbs) && RouteOverlap.Exists(routes[i].Pattern, routes[j].Pattern))
                    faults.Add(
                        $"{routes[i].Name} and {routes[j].Name}: the routes '{routes[i].Pattern.RawText}' and "
                            + $"'{routes[j].Pattern.RawText}' can match the same path with the same verb; give one a segment of its own."
                    );
            }
        }
    }
}
