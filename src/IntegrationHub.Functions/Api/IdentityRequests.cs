using IntegrationHub.Api;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;

namespace IntegrationHub.Functions.Api;

/// <summary>Reads the identifiers that requests give.</summary>
internal static class IdentityRequests
{
    /// <summary>The identifier; null where the request gives none, or of no known kind.</summary>
    public static LearnerReference? Reference(this IdentityRequest request) =>
        request.Value is { Length: > 0 } value
        && Enum.TryParse<LearnerReferenceKind>(request.Kind, ignoreCase: true, out var kind)
        && Enum.IsDefined(kind)
            ? new(kind, value)
            : null;

    /// <summary>Whether the line names a student and at least one identifier.</summary>
    public static bool IsWhole(this IdentityTableLine line) => line.StudentNumber is { Length: > 0 } && line.References().Count > 0;

    /// <summary>A whole line.</summary>
    public static IdentityLine ToCore(this IdentityTableLine line) => new(line.Line, line.StudentNumber!, line.References());

    private static List<LearnerReference> References(this IdentityTableLine line) =>
    [
        .. Named(LearnerReferenceKind.LmsId, line.LmsId),
        .. Named(LearnerReferenceKind.Login, line.Login),
        .. Named(LearnerReferenceKind.Email, line.Email),
    ];

    private static IEnumerable<LearnerReference> Named(LearnerReferenceKind kind, string? value) =>
        value is { Length: > 0 } ? [new(kind, value)] : [];
}
