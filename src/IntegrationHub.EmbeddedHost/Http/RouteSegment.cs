using Microsoft.AspNetCore.Routing.Patterns;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>One segment of a route, as the set of texts that it matches: what it begins with, what it ends with, its constraints.</summary>
internal sealed class RouteSegment
{
    private readonly string? _literal;
    private readonly string _prefix;
    private readonly string _suffix;
    private readonly RouteConstraintSet _constraints;

    public RouteSegment(RoutePattern pattern, RoutePatternPathSegment segment)
    {
        _literal = segment.Parts.Any(part => part.IsParameter) ? null : string.Concat(segment.Parts.Select(Text));
        _prefix = string.Concat(segment.Parts.TakeWhile(part => !part.IsParameter).Select(Text));
        _suffix = string.Concat(segment.Parts.Reverse().TakeWhile(part => !part.IsParameter).Reverse().Select(Text));
        _constraints = segment is { IsSimple: true, Parts: [RoutePatternParameterPart parameter] }
            ? new(pattern, parameter)
            : RouteConstraintSet.None;
    }

    public bool Meets(RouteSegment other) => (_literal, other._literal) switch
    {
        ({ } mine, { } theirs) => mine.Equals(theirs, StringComparison.OrdinalIgnoreCase),
        ({ } mine, null) => other.Matches(mine),
        (null, { } theirs) => Matches(theirs),
        _ => Agree(_prefix, other._prefix, (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            && Agree(_suffix, other._suffix, (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase))
            && _constraints.CanContain(other._prefix) && _constraints.CanContain(other._suffix)
            && other._constraints.CanContain(_prefix) && other._constraints.CanContain(_suffix)
            && _constraints.Meets(other._constraints),
    };

    public static bool CanCatch(
        RoutePatternParameterPart rest,
        RoutePattern pattern,
        IEnumerable<RoutePatternPathSegment> caught,
        RoutePattern other)
    {
        var segments = caught.Select(segment => new RouteSegment(other, segment)).ToList();
        return !segments.TrueForAll(segment => segment._literal is not null)
            || new RouteConstraintSet(pattern, rest).Allow(string.Join('/', segments.Select(segment => segment._literal)));
    }

    private bool Matches(string text) =>
        text.Length > _prefix.Length + _suffix.Length
        && text.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)
        && text.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase)
        && _constraints.Allow(text);

    private static bool Agree(string one, string other, Func<string, string, bool> includes) =>
        includes(one, other) || includes(other, one);


    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
