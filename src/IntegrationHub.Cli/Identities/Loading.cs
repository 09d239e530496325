using System.Globalization;
using IntegrationHub.Api;
using IntegrationHub.Catalogue.Identities;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Identities;

/// <summary>Loads a table of identities, a few lines at a time, so that a person sees how far it is.</summary>
internal sealed class Loading(IHubApi hub, Screen screen)
{
    private const int LinesAtOnce = 20;

    /// <returns>The exit code: 0 when every line was loaded.</returns>
    public async Task<int> Load(FileInfo file, string institution, string source, CancellationToken cancellation)
    {
        var (entries, faults) = Read(file);
        foreach (var fault in faults)
            screen.Complain(Texts.Get("identity.line", fault.Line, fault.Message.In(CultureInfo.CurrentUICulture.Name)));
        var (done, unknown) = (0, new List<int>());
        await screen.Work(Texts.Get("identity.loading", 0, entries.Count), async say =>
        {
            foreach (var lines in entries.Chunk(LinesAtOnce))
            {
                done += lines.Length;
                var part = new IdentityTableRequest(institution, source, [.. lines.Select(Line)], Last: done == entries.Count);
                var loaded = await hub.LoadIdentities(part, cancellation);
                unknown.AddRange(loaded.Unknown);
                say(Texts.Get("identity.loading", done, entries.Count));
            }
        });
        foreach (var line in unknown)
            screen.Complain(Texts.Get("identity.line", line, Texts.Get("identity.unknownStudent")));
        screen.Line(Texts.Get("identity.loaded", done - unknown.Count, faults.Count + unknown.Count));
        return faults.Count + unknown.Count == 0 ? 0 : 1;
    }

    private static IdentityTableLine Line(IdentityEntry entry) =>
        new(entry.Line, entry.StudentNumber, entry.LmsId, entry.Login, entry.Email);

    private static (IReadOnlyList<IdentityEntry> Entries, IReadOnlyList<IdentityFault> Faults) Read(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            return IdentityFile.Read(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CliException(Texts.Get("identity.noFile", file.FullName, fault.Message));
        }
    }
}
