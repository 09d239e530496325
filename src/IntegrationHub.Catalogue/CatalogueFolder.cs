using System.Collections.Immutable;
using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Rules;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.Kinds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Catalogue;

/// <summary>
/// The institutions of a folder. Who asks gets what was read at the last <see cref="Look"/>, and waits for no file. A faulty
/// institution keeps its last good version in force and touches no other.
/// </summary>
public sealed partial class CatalogueFolder : IInstitutions
{
    private readonly CatalogueOptions _options;
    private readonly InstitutionLoader _loader;
    private readonly ILogger _log;
    private readonly Lock _looking = new();
    private ImmutableDictionary<string, InstitutionVersion> _versions = ImmutableDictionary<string, InstitutionVersion>.Empty;

    /// <summary>Reads all institutions once.</summary>
    public CatalogueFolder(
        IOptions<CatalogueOptions> options,
        IConfiguration configuration,
        ConnectorKinds kinds,
        IEnumerable<IInstitutionCheck> checks,
        ILogger<CatalogueFolder> log)
    {
        _options = options.Value;
        _loader = new(
            new(name => configuration[name], kinds),
            new(string.IsNullOrWhiteSpace(_options.LastGood) ? null : _options.LastGood),
            [.. checks],
            log);
        _log = log;
        Look();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Institution> All =>
        [.. Current().Values.Select(version => version.InForce?.Institution).OfType<Institution>()];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names => [.. Current().Keys];

    /// <summary>The faults of the files as they are now, by institution; only institutions that have any.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CatalogueFault>> Faults =>
        Current().Where(version => version.Value.Faults.Count > 0).ToDictionary(version => version.Key, version => version.Value.Faults);

    /// <inheritdoc/>
    public InstitutionState Find(string id, out Institution? institution)
    {
        institution = null;
        if (!Current().TryGetValue(id, out var version))
            return InstitutionState.Unknown;
        institution = version.InForce?.Institution;
        return institution is null ? InstitutionState.Faulty : InstitutionState.InForce;
    }

    private ImmutableDictionary<string, InstitutionVersion> Current() => Volatile.Read(ref _versions);

    /// <summary>Looks at the files' times, and reads again what has changed.</summary>
    public void Look()
    {
        lock (_looking)
            Read();
    }

    private void Read()
    {
        try
        {
            var folders = InstitutionFiles.Folders(_options.Folder).ToList();
            var before = _versions.RemoveRange(_versions.Keys.Except(folders.Select(folder => folder.Name)));
            // What was in force before a restart is so at once: no neighbour's new file takes its place.
            foreach (var folder in folders.Where(folder => !before.ContainsKey(folder.Name)))
                before = before.SetItem(folder.Name, _loader.First(folder, Others(before, folder)));
            var versions = before;
            foreach (var folder in folders)
                versions = versions.SetItem(folder.Name, _loader.Next(folder, versions[folder.Name], Others(versions, folder)));
            Volatile.Write(ref _versions, Freed(_versions, versions));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A share that is away for a moment ends no institution.
            LogUnreadable(failure, _options.Folder);
        }
    }

    private static PlacedInstitution[] Others(ImmutableDictionary<string, InstitutionVersion> versions, DirectoryInfo folder) =>
        [.. versions.Where(version => version.Key != folder.Name).Select(version => version.Value.InForce).OfType<PlacedInstitution>()];

    /// <summary>What was refused for a neighbour's sake is read again after a neighbour has changed, come or gone.</summary>
    private static ImmutableDictionary<string, InstitutionVersion> Freed(
        ImmutableDictionary<string, InstitutionVersion> before,
        ImmutableDictionary<string, InstitutionVersion> versions) =>
        before.Count == versions.Count
        && versions.All(version => before.TryGetValue(version.Key, out var known) && ReferenceEquals(version.Value.InForce, known.InForce))
            ? versions
            : versions.SetItems(
                versions
                    .Where(version => version.Value.Faults.Any(fault => NeighbourRules.Rules.Contains(fault.Rule)))
                    .Select(version => KeyValuePair.Create(version.Key, version.Value with { Stamp = null })));

    [LoggerMessage(102, LogLevel.Error, "The catalogue folder {Folder} cannot be read; what was read before stays in force")]
    private partial void LogUnreadable(Exception failure, string folder);
}
