using System.Collections.Immutable;
using IntegrationHub.Catalogue.Reading;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Institutions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Catalogue;

/// <summary>
/// The institutions of a folder. Whoever asks makes it look at the files' times, at most every few seconds; what changed is read
/// again. A faulty institution keeps its last good version in force and touches no other.
/// </summary>
public sealed partial class CatalogueFolder : IInstitutions
{
    private readonly CatalogueOptions _options;
    private readonly HostSettings _settings;
    private readonly LastGood _lastGood;
    private readonly IReadOnlyList<IInstitutionCheck> _checks;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _looking = new();
    private long _lookedAt;
    private ImmutableDictionary<string, InstitutionVersion> _versions = ImmutableDictionary<string, InstitutionVersion>.Empty;

    /// <summary>Reads all institutions once.</summary>
    public CatalogueFolder(
        IOptions<CatalogueOptions> options, IConfiguration configuration, IEnumerable<IInstitutionCheck> checks, TimeProvider time, ILogger<CatalogueFolder> log)
    {
        _options = options.Value;
        _settings = new(name => configuration[name]);
        _lastGood = new(string.IsNullOrWhiteSpace(_options.LastGood) ? null : _options.LastGood);
        _checks = [.. checks];
        _time = time;
        _log = log;
        Look();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<Institution> All => [.. Current().Values.Select(version => version.InForce).OfType<Institution>()];

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
        institution = version.InForce;
        return institution is null ? InstitutionState.Faulty : InstitutionState.InForce;
    }

    private ImmutableDictionary<string, InstitutionVersion> Current()
    {
        // Whoever comes while another looks goes on with what is known.
        if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= _options.LookEvery && _looking.TryEnter())
        {
            try
            {
                Look();
            }
            finally
            {
                _looking.Exit();
            }
        }

        return Volatile.Read(ref _versions);
    }

    private void Look()
    {
        Volatile.Write(ref _lookedAt, _time.GetTimestamp());
        try
        {
            var folders = InstitutionFiles.Folders(_options.Folder).ToList();
            var versions = _versions.RemoveRange(_versions.Keys.Except(folders.Select(folder => folder.Name)));
            foreach (var folder in folders)
            {
                Institution[] others = [.. versions.Where(version => version.Key != folder.Name).Select(version => version.Value.InForce).OfType<Institution>()];
                versions = versions.SetItem(folder.Name, Version(folder, versions.GetValueOrDefault(folder.Name), others));
            }

            Volatile.Write(ref _versions, versions);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A share that is away for a moment ends no institution.
            LogUnreadable(failure, _options.Folder);
        }
    }

    private InstitutionVersion Version(DirectoryInfo folder, InstitutionVersion? known, IReadOnlyCollection<Institution> others)
    {
        // The stamp is taken before the text: what is written in between is read the next time.
        var stamp = Stamp(folder);
        if (stamp is not null && stamp == known?.Stamp)
            return known;
        var (institution, files, faults) = InstitutionReader.Read(folder, _settings, others);
        if (institution is not null && known?.InForce is not null)
            faults = Unworkable(institution);
        if (institution is not null && files is not null && faults.Count == 0)
        {
            Keep(files);
            LogInForce(files.Id, institution.MicroCredentials.Count);
            return new(stamp, institution, []);
        }

        var inForce = known is null ? Kept(folder.Name, others) : known.InForce;
        LogFaulty(folder.Name, faults.Count, inForce is not null);
        return new(stamp, inForce, faults);
    }

    /// <summary>A new version that cannot work with the host's settings leaves the last good one in force; at the start the host itself refuses it.</summary>
    private IReadOnlyList<CatalogueFault> Unworkable(Institution institution) =>
    [
        .. _checks.Select(check => check.Fault(institution)).OfType<string>().Select(fault => new CatalogueFault(
            $"{institution.Id}/{InstitutionFiles.Main}",
            1,
            1,
            "host-settings",
            new($"Les réglages du carrefour ne suffisent pas à cette version\u00a0: {fault}", $"The hub’s settings are not enough for this version: {fault}"),
            new("Ajoutez les réglages, redémarrez, puis publiez de nouveau.", "Add the settings, restart, then publish again."))),
    ];

    private static string? Stamp(DirectoryInfo folder)
    {
        try
        {
            return InstitutionFiles.Stamp(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Keep(InstitutionFiles files)
    {
        try
        {
            _lastGood.Keep(files);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotKept(failure, files.Id);
        }
    }

    private Institution? Kept(string id, IReadOnlyCollection<Institution> others)
    {
        try
        {
            return _lastGood.Find(id) is { } copy ? InstitutionReader.Read(copy, _settings, others).Institution : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            LogNotKept(failure, id);
            return null;
        }
    }

    [LoggerMessage(100, LogLevel.Information, "Institution {Institution} is in force with {MicroCredentials} micro-credentials")]
    private partial void LogInForce(string institution, int microCredentials);

    [LoggerMessage(101, LogLevel.Error, "The files of institution {Institution} have {Faults} faults; a last good version is in force: {InForce}. ./hub lint lists them")]
    private partial void LogFaulty(string institution, int faults, bool inForce);

    [LoggerMessage(102, LogLevel.Error, "The catalogue folder {Folder} cannot be read; what was read before stays in force")]
    private partial void LogUnreadable(Exception failure, string folder);

    [LoggerMessage(103, LogLevel.Warning, "The copy of the last good version of institution {Institution} cannot be read or written (setting Catalogue:LastGood)")]
    private partial void LogNotKept(Exception failure, string institution);
}
