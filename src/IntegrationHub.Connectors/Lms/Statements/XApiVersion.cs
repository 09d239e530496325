using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>The versions of the standard that are spoken.</summary>
internal enum XApiVersion
{
    /// <summary>1.0.x: header <c>1.0</c> or <c>1.0.0</c> and up, answered as 1.0.3 (Communication 3.3).</summary>
    One,

    /// <summary>2.0.x (IEEE 9274.1.1).</summary>
    Two,
}

/// <summary>Reads versions.</summary>
internal static partial class XApiVersions
{
    /// <summary>The header in which both sides name the version.</summary>
    public const string Header = "X-Experience-API-Version";

    /// <summary>The version that a header or a statement names; null where it is not spoken.</summary>
    public static XApiVersion? Of(ReadOnlySpan<char> version) =>
        One().IsMatch(version) ? XApiVersion.One : Two().IsMatch(version) ? XApiVersion.Two : null;

    [GeneratedRegex(@"^1\.0(\.\d+)?\z")]
    private static partial Regex One();

    [GeneratedRegex(@"^2\.0(\.\d+)?\z")]
    private static partial Regex Two();
}
