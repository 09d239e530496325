using System.Globalization;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.Graph.Models;

namespace IntegrationHub.Connectors.Directory;

/// <summary>The attributes of a user in Microsoft Graph, as the connection's settings name them (<see cref="DirectoryNames"/>).</summary>
internal static class DirectoryAttributes
{
    /// <summary>What is read of a user.</summary>
    public static string[] Read { get; } = ["id", "mail", "userPrincipalName", "employeeId", "onPremisesExtensionAttributes"];

    /// <summary>The attribute that holds the student number.</summary>
    public static string StudentNumber(Connection connection) =>
        connection.Settings.GetValueOrDefault("studentNumber") ?? DirectoryNames.EmployeeId;

    /// <summary>
    /// Which attributes to compare with which values. Addresses are compared with e-mails and logins, other attributes with
    /// student numbers, logins and other names; never with the LMS's ids, which may be equal to such a number by chance.
    /// </summary>
    public static IReadOnlyList<(string Attribute, string Value)> Asked(Connection connection, IReadOnlyList<LearnerReference> references)
    {
        var attributes = connection.Settings.GetValueOrDefault("find")?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ?? [DirectoryNames.Mail, DirectoryNames.PrincipalName];
        return
        [
            .. from attribute in attributes
            from reference in references
            where IsComparable(attribute, reference)
            select (attribute, reference.Value.Trim()),
        ];
    }

    /// <summary>An attribute's value; null where the user has none.</summary>
    public static string? Of(User user, string attribute) =>
        attribute switch
        {
            DirectoryNames.Mail => user.Mail,
            DirectoryNames.PrincipalName => user.UserPrincipalName,
            DirectoryNames.EmployeeId => user.EmployeeId,
            _ => Extension(
                user.OnPremisesExtensionAttributes,
                int.Parse(attribute[DirectoryNames.Extension.Length..], CultureInfo.InvariantCulture)),
        };


    /// <summary>An attribute as filters name it.</summary>
    public static string Path(string attribute) =>
        attribute.StartsWith(DirectoryNames.Extension, StringComparison.Ordinal) ? $"onPremisesExtensionAttributes/{attribute}" : attribute;

    private static bool IsComparable(string attribute, LearnerReference reference) =>
        attribute is DirectoryNames.Mail or DirectoryNames.PrincipalName
        ? reference.Kind is LearnerReferenceKind.Email or LearnerReferenceKind.Login
        : reference.Kind is LearnerReferenceKind.StudentNumber or LearnerReferenceKind.Login or LearnerReferenceKind.Other;

    private static string? Extension(OnPremisesExtensionAttributes? all, int number) => number switch
    {
        1 => all?.ExtensionAttribute1,
        2 => all?.ExtensionAttribute2,
        3 => all?.ExtensionAttribute3,
        4 => all?.ExtensionAttribute4,
        5 => all?.ExtensionAttribute5,
        6 => all?.ExtensionAttribute6,
        7 => all?.ExtensionAttribute7,
        8 => all?.ExtensionAttribute8,
        9 => all?.ExtensionAttribute9,
        10 => all?.ExtensionAttribute10,
        11 => all?.ExtensionAttribute11,
        12 => all?.ExtensionAttribute12,
        13 => all?.ExtensionAttribute13,
        14 => all?.ExtensionAttribute14,
        _ => all?.ExtensionAttribute15,
    };
}
