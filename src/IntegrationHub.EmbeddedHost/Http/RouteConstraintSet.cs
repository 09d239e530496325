using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.EmbeddedHost.Http;

/// <summary>The constraints of one route parameter, asked about texts without a request.</summary>
internal sealed class RouteConstraintSet
{
    public static readonly RouteConstraintSet None = new([]);
    private static readonly DefaultInlineConstraintResolver Resolver = CreateResolver();
    private readonly IReadOnlyList<IRouteConstraint> _constraints;

    public RouteConstraintSet(RoutePattern pattern, RoutePatternParameterPart parameter)
        : this([
            .. pattern
                .ParameterPolicies.GetValueOrDefault(parameter.Name, [])
                .Select(policy => policy.ParameterPolicy as IRouteConstraint ?? Resolver.ResolveConstraint(policy.Content!))
                .OfType<IRouteConstraint>(),
        ]) { }

    private RouteConstraintSet(IReadOnlyList<IRouteConstraint> constraints) => _constraints = constraints;

    public bool Allow(string text) => _constraints.All(constraint => Allows(constraint, text));

    /// <summary>Whether a text that these constraints allow can hold this piece.</summary>
    public bool CanContain(string piece) =>
        piece.Length == 0
        || _constraints.All(constraint =>
            constraint switch
            {
                GuidRouteConstraint => piece.All(letter =>
                    char.IsAsciiHexDigit(letter) || "-{}()xX,".Contains(letter, StringComparison.Ordinal)),
                IntRouteConstraint or LongRouteConstraint => piece.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '+'),
                AlphaRouteConstraint => piece.All(char.IsAsciiLetter),
                _ => true,
            });

    /// <summary>Whether some text that is not empty may satisfy both.</summary>
    public bool Meets(RouteConstraintSet other) =>
        !MatchNothing && !other.MatchNothing && !ExcludeEachOther(this, other) && !ExcludeEachOther(other, this);

    private bool MatchNothing => _constraints.Any(constraint => constraint is MaxLengthRouteConstraint { MaxLength: 0 });

    private static bool ExcludeEachOther(RouteConstraintSet one, RouteConstraintSet other) =>
        one._constraints.Any(constraint => constraint is AlphaRouteConstraint)
        && other._constraints.Any(constraint => constraint is IntRouteConstraint or LongRouteConstraint);

    private static bool Allows(IRouteConstraint constraint, string text) =>
        constraint.Match(null, null, "value", new RouteValueDictionary { ["value"] = text }, RouteDirection.IncomingRequest);

    private static DefaultInlineConstraintResolver CreateResolver()
    {
        var services = new ServiceCollection().AddRouting().BuildServiceProvider();
        return new(services.GetRequiredService<IOptions<RouteOptions>>(), services);
    }
}
