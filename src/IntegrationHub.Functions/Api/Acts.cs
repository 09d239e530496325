using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Model.Awards;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>People's acts as addresses name them.</summary>
internal static class Acts
{
    private static readonly Dictionary<string, ActKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["approve"] = ActKind.Approve,
        ["decline"] = ActKind.Decline,
        ["uphold"] = ActKind.Uphold,
        ["suspend"] = ActKind.Suspend,
        ["resume"] = ActKind.Uphold,
        ["revoke"] = ActKind.Revoke,
        ["reaward"] = ActKind.Reaward,
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static ActKind? Of(string act) => Kinds.TryGetValue(act, out var kind) ? kind : null;

    public static int StatusOf(ActVerdict verdict) => verdict switch
    {
        ActVerdict.NoAward or ActVerdict.UnknownStudent => StatusCodes.Status404NotFound,
        ActVerdict.Already or ActVerdict.RevokedForGood or ActVerdict.NotNow => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
