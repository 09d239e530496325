using IntegrationHub.Core.Outside;

namespace IntegrationHub.Core;

/// <summary>
/// What may be written of an exception where it is kept for long and read by many: its kind and where it was thrown. Its
/// sentence only where the hub wrote it: .NET's and libraries' sentences quote what they were given, which may be a name.
/// </summary>
public static class FailureText
{
    private const string Ours = "IntegrationHub";

    /// <summary>The exception and its causes, each with its kind, its sentence where it is the hub's, and the way to where it was thrown.</summary>
    public static string Of(Exception failure)
    {
        var text = Sentence(failure) + Environment.NewLine + failure.StackTrace;
        return failure.InnerException is { } cause ? $"{text}{Environment.NewLine} ---> {Of(cause)}" : text;
    }

    /// <summary>Its kind, and its sentence where it is the hub's.</summary>
    public static string Sentence(Exception failure) =>
        IsOurs(failure) ? $"{failure.GetType().FullName}: {failure.Message}" : failure.GetType().FullName!;

    // An outside system's sentence may quote that system.
    private static bool IsOurs(Exception failure) =>
        failure is not OutsideException && failure.TargetSite?.DeclaringType?.Assembly.GetName().Name?.StartsWith(Ours, StringComparison.Ordinal) == true;
}
