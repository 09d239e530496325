namespace IntegrationHub.Core.Attention;

/// <summary>Why a person decided something, in the person's words.</summary>
public static class StatedReason
{
    /// <summary>Longest reason, in characters.</summary>
    public const int Longest = 300;

    /// <summary>A reason without line ends and blanks at its ends; null where nothing is said.</summary>
    internal static string? Clean(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : string.Join(' ', reason.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
