namespace IntegrationHub.Connectors.Directory;

/// <summary>The attributes of users in Microsoft Graph that a connection may name.</summary>
internal static class DirectoryNames
{
    /// <summary>The primary address.</summary>
    public const string Mail = "mail";

    /// <summary>The name that people sign in with.</summary>
    public const string PrincipalName = "userPrincipalName";

    /// <summary>The institution's own number of the person.</summary>
    public const string EmployeeId = "employeeId";

    /// <summary>
    /// What the fifteen attributes begin with whose meaning is the institution's: <c>extensionAttribute1</c> to <c>15</c>.
    /// </summary>
    public const string Extension = "extensionAttribute";

    /// <summary>Attributes that may hold a student number.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [EmployeeId, .. Enumerable.Range(1, 15).Select(number => $"{Extension}{number}")];

    /// <summary>Attributes by which users may be found.</summary>
    public static IReadOnlyList<string> All { get; } = [Mail, PrincipalName, .. Numbers];
}
