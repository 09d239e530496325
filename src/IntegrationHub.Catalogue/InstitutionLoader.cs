using IntegrationHub.Catalogue.Drafts;
using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Catalogue.Reading;
using IntegrationHub.Catalogue.Rules;
using IntegrationHub.Catalogue.Yaml;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Catalogue;

/// <summary>Brings an institution's files into force, or leaves the last good version there.</summary>
internal sealed partial class InstitutionLoader(
    HostSettings settings,
    LastGood lastGood,
    IReadOnlyList<IInstitutionCheck> checks,
    ILogger log)
{
    private readonly ILogger _log = log;

    /// <summary>
    /// What is known of an institution that was not known before: its last good version is in force, for as long as its files are not read.
    /// </summary>
    public InstitutionVersion First(DirectoryInfo folder, IReadOnlyCollection<PlacedInstitution> others) =>
        new(null, Kept(folder.Name, others), []);


    /// <summary>What is known of it after a look at its files.</summary>
    public InstitutionVersion Next(DirectoryInfo folder, InstitutionVersion known, IReadOnlyCollection<PlacedInstitution> others)
    {
        // The stamp is taken before the text: what is written in between is read the next time.
        var stamp = Stamp(folder);
        if (stamp is not null && stamp == known.Stamp)
            return known;
        var (read, files, faults) = Read(folder, others);
        if (read is not null && files is not null && faults.Count == 0)
        {
            Keep(files);
            LogInForce(files.Id, read.Institution.MicroCredentials.Count);
            return new(stamp, read, []);
        }

        LogFaulty(folder.Name, faults.Count, known.InForce is not null);
        return new(stamp, known.InForce, faults);
    }

    /// <summary>Whatever goes wrong with an institution's files is its own fault: it stops neither the hub nor a neighbour.</summary>
    private (PlacedInstitution? Read, InstitutionFiles? Files, IReadOnlyList<CatalogueFault> Faults) Read(
        DirectoryInfo folder,
        IReadOnlyCollection<PlacedInstitution> others)
    {
        try
        {
            var (read, files, faults) = InstitutionReader.Read(folder, settings, others);
            return (read, files, read is null ? faults : Unworkable(read.Institution));
        }
        catch (Exception mistake)
        {
            LogMistake(mistake, folder.Name);
            return (null, null, [FileRules.Unreadable(folder.Name)]);
        }
    }

    /// <summary>A version that cannot work with the host's settings leaves the last good one in force.</summary>
    private IReadOnlyList<CatalogueFault> Unworkable(Institution institution)
    {
        var faults = checks.Select(check => check.Fault(institution)).OfType<BilingualText>().ToList();
        foreach (var fault in faults)
            LogUnworkable(institution.Id, fault.En);
        return
        [
            .. faults.Select(fault => new CatalogueFault(
                $"{institution.Id}/{InstitutionFiles.Main}",
                1,
                1,
                "host-settings",
                new(
                    $"Il manque au carrefour des réglages pour cette version\u00a0: {fault.Fr}",
                    $"This version needs settings that the hub does not have: {fault.En}"),
                new("Ajoutez les réglages, redémarrez, puis publiez de nouveau.", "Add the settings, restart the hub, then publish again.")
            )),
        ];
    }

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
            lastGood.Keep(files);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotKept(failure, files.Id);
        }
    }

    private PlacedInstitution? Kept(string id, IReadOnlyCollection<PlacedInstitution> others)
    {
        try
        {
            return
                lastGood.Find(id) is { } copy
                && InstitutionReader.Read(copy, settings, others).Read is { } kept
                && Unworkable(kept.Institution).Count == 0
                ? kept
                : null;
        }
        catch (Exception failure)
        {
            LogNotKept(failure, id);
            return null;
        }
    }

    [LoggerMessage(100, LogLevel.Information, "Institution {Institution} is in force with {MicroCredentials} micro-credentials")]
    private partial void LogInForce(string institution, int microCredentials);

    [LoggerMessage(
        101,
        LogLevel.Error,
        "The files of institution {Institution} have {Faults} faults; a last good version is in force: {InForce}. ./hub lint lists them")]
    private partial void LogFaulty(string institution, int faults, bool inForce);

    [LoggerMessage(104, LogLevel.Error, "Institution {Institution} cannot work with the hub's settings: {Fault}")]
    private partial void LogUnworkable(string institution, string fault);

    [LoggerMessage(105, LogLevel.Error, "The files of institution {Institution} cannot be read, by a mistake of the hub's")]
    private partial void LogMistake(Exception mistake, string institution);

    [LoggerMessage(
        103,
        LogLevel.Warning,
        "The copy of the last good version of institution {Institution} cannot be read or written (setting Catalogue:LastGood)")]
    private partial void LogNotKept(Exception failure, string institution);
}
