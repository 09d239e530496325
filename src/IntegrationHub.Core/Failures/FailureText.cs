namespace IntegrationHub.Core.Failures;

/// <summary>
/// What may be written of an exception where it is kept for long and read by many: its kind, its codes and where it was thrown.
/// Its sentence only where the hub wrote it: .NET's and libraries' sentences quote what they were given, which may be a name.
/// </summary>
public static class FailureText
{
    private const string Ours = "IntegrationHub.";

    /// <summary>Its sentences are about documents that strangers wrote, and quote them.</summary>
    private const string AboutStrangers = Ours + "OpenBadges";

    /// <summary>What exceptions of .NET and of the Azure SDK call their codes.</summary>
    private static readonly string[] Codes = ["Status", "StatusCode", "ErrorCode", "SocketErrorCode"];

    /// <summary>The exception and its causes, each as <see cref="Sentence"/> says it and with the way to where it was thrown.</summary>
    public static string Of(Exception failure)
    {
        var text = Sentence(failure) + Environment.NewLine + failure.StackTrace;
        return failure.InnerException is { } cause ? $"{text}{Environment.NewLine} ---> {Of(cause)}" : text;
    }

    /// <summary>
    /// Its kind, and its sentence where it is the hub's; of others their codes, e.g. <c>Azure.RequestFailedException (Status 403, ErrorCode
    /// AuthenticationFailed)</c>.
    /// </summary>
    public static string Sentence(Exception failure)
    {
        var kind = failure.GetType();
        if (IsOurs(failure))
            return $"{kind.FullName}: {failure.Message}";
        var codes = from name in Codes
                    let code = kind.GetProperty(name)?.GetValue(failure)
                    where code is Enum or int || (code is string text && text.All(char.IsAsciiLetter))
                    select $"{name} {code}";
        return string.Join(", ", codes) is { Length: > 0 } listed ? $"{kind.FullName} ({listed})" : kind.FullName!;
    }

    // An outside system's sentence may quote that system.
    private static bool IsOurs(Exception failure) =>
        failure is not OutsideException
        && failure.TargetSite?.DeclaringType?.Assembly.GetName().Name is { } room
        && room.StartsWith(Ours, StringComparison.Ordinal)
        && room != AboutStrangers;
}
