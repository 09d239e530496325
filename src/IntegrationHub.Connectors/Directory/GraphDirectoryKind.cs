using IntegrationHub.Connectors.Graph;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;

namespace IntegrationHub.Connectors.Directory;

/// <summary>What a directory behind Microsoft Graph asks of institutions’ files.</summary>
internal static class GraphDirectoryKind
{
    private const string StudentNumber = "studentNumber", Find = "find";

    public static ConnectionKind Kind { get; } = new(
        ConnectionRole.Directory,
        "graph",
        new("Microsoft Graph, annuaire", "Microsoft Graph, directory"))
    {
        Settings =
        [
            GraphSettings.Tenant,
            GraphSettings.TokenAddress,
            Setting.Optional(StudentNumber, "l’attribut qui contient le numéro étudiant", "the attribute that contains the student number")
                with { Default = DirectoryNames.EmployeeId },
            Setting.Optional(Find, "les attributs par lesquels chercher une personne", "the attributes to find a person by")
                with { Default = $"{DirectoryNames.Mail} {DirectoryNames.PrincipalName}" },
        ],
        Secrets = GraphSettings.Secrets,
        Check = given => [.. Attributes(given, StudentNumber, DirectoryNames.Numbers), .. Attributes(given, Find, DirectoryNames.All)],
    };

    private static IEnumerable<SettingFault> Attributes(
        IReadOnlyDictionary<string, string> given, string setting, IReadOnlyList<string> possible)
    {
        if (!given.TryGetValue(setting, out var value) || value.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(possible.Contains))
            yield break;
        var (extension, others) = (
            DirectoryNames.Extension,
            possible.Where(name => !name.StartsWith(DirectoryNames.Extension, StringComparison.Ordinal)));
        var names = string.Join(", ", others.Append($"{extension}1 … {extension}15"));
        yield return new(
            setting,
            "directory-attribute",
            new(
                $"«\u00a0{setting}\u00a0» nomme un attribut que l’annuaire n’a pas.",
                $"“{setting}” names an attribute that the directory does not have."),
            new($"Choisissez parmi : {names}.", $"Choose from: {names}."));
    }
}
