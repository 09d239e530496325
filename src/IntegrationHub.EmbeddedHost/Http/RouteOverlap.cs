using Microsoft.AspNetCore.Routing.Patterns;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>Whether some path matches both of two routes. In doubt it says yes.</summary>
internal static class RouteOverlap
{
    public static bool Exists(RoutePattern one, RoutePattern other) => Exists(one, 0, other, 0);

    private static bool Exists(RoutePattern one, int i, RoutePattern other, int j)
    {
        if (i == one.PathSegments.Count && j == other.PathSegments.Count)
            return true;
        if (i == one.PathSegments.Count)
            return CanBeLeftOut(other, j);
        if (j == other.PathSegments.Count)
            return CanBeLeftOut(one, i);
        if (CatchAll(one, i) is { } rest)
            return RouteSegment.CanCatch(rest, one, other.PathSegments.Skip(j), other);
        if (CatchAll(other, j) is { } otherRest)
            return RouteSegment.CanCatch(otherRest, other, one.PathSegments.Skip(i), one);
        if (CanBeLeftOut(one, i) && CanBeLeftOut(other, j))
            return true;
        return new RouteSegment(one, one.PathSegments[i]).Meets(new(other, other.PathSegments[j])) && Exists(one, i + 1, other, j + 1);
    }

    private static bool CanBeLeftOut(RoutePattern pattern, int from) =>
        pattern
            .PathSegments.Skip(from)
            .All(segment =>
                segment is { IsSimple: true, Parts: [RoutePatternParameterPart parameter] }
                && (
                    parameter.IsOptional
                    || parameter.IsCatchAll
                    || parameter.Default is not null
                    || pattern.Defaults.ContainsKey(parameter.Name)));

    private static RoutePatternParameterPart? CatchAll(RoutePattern pattern, int at) =>
        pattern.PathSegments[at] is { IsSimple: true, Parts: [RoutePatternParameterPart { IsCatchAll: true } parameter] }
            ? parameter
            : null;
}
