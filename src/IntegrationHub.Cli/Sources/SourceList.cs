using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Lint;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Core.Badges;

namespace IntegrationHub.Cli.Sources;

/// <summary>Finds sources: those of the running hub, else those of the files, as lint reads them.</summary>
internal static class SourceList
{
    public static async Task<IReadOnlyList<SourceInfo>> Read(
        Workspace workspace,
        Screen screen,
        string? folder,
        CancellationToken cancellation)
    {
        if (folder is not null)
            return OfFiles(workspace, folder);
        try
        {
            using var hub = Connected.Hub(workspace);
            return [.. (await hub.Sources(cancellation)).Select(SourceInfo.Of)];
        }
        catch (CliException reason)
        {
            screen.Complain(Texts.Get("sources.fromFiles", reason.Message));
            return OfFiles(workspace, workspace.Institutions);
        }
    }

    /// <exception cref="CliException">No source or several go by that name; the message names those there are.</exception>
    public static SourceInfo Named(string name, IReadOnlyList<SourceInfo> all)
    {
        var found = all.Where(source => source.Name == name || source.Source == name).ToList();
        return found.Count == 1
            ? found[0]
            : throw new CliException(
                Texts.Get(
                    found.Count == 0 ? "sources.unknown" : "sources.several",
                    name,
                    string.Join(", ", (found.Count == 0 ? all : found).Select(source => source.Name))));
    }

    private static IReadOnlyList<SourceInfo> OfFiles(Workspace workspace, string folder)
    {
        var files = CatalogueFiles.Open(workspace, folder);
        var addresses = new PublicAddresses(new(workspace.Environment("PublicBaseUrl") ?? Ports.Of(workspace).HubAddress));
        return files.Institutions.Count == 0
            ? throw new CliException(Texts.Get("sources.noInstitution", folder))
            :
            [
                .. from institution in files.Institutions.OrderBy(institution => institution.Id, StringComparer.Ordinal)
                from source in institution.Sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal)
                select SourceInfo.Of(institution, source, addresses),
            ];
    }
}
