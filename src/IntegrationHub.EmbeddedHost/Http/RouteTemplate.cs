using IntegrationHub.EmbeddedHost.Settings;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>Reads a function's route and refuses those that break the Azure Functions host.</summary>
internal static class RouteTemplate
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    public static RoutePattern? Parse(string function, string? route, Expressions expressions, string prefix, Faults faults)
    {
        var template = string.IsNullOrEmpty(route) ? function : expressions.Resolve(route, function);
        if (template.StartsWith('/'))
        {
            faults.Add(
                $"{function}: the route '{template}' begins with '/', which breaks every HTTP function on Azure; "
                    + $"the root page is \"{{ignored:maxlength(0)?}}\"."
            );
            return null;
        }

        if (Reserved.FirstOrDefault(word => template.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            faults.Add($"{function}: the route '{template}' begins with '{reserved}', which the Azure Functions host keeps for itself.");
            return null;
        }

        try
        {
            return RoutePatternFactory.Parse(prefix.Length == 0 ? template : $"{prefix}/{template}");
        }
        catch (RoutePatternException e)
        {
            faults.Add($"{function}: the route '{template}' cannot be read: {e.Message}");
            return null;
        }
    }
}
