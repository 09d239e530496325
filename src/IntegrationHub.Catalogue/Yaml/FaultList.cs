using IntegrationHub.Catalogue.Faults;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Catalogue.Yaml;

/// <summary>Collects faults, so that all are told at once.</summary>
internal sealed class FaultList
{
    private readonly List<CatalogueFault> _faults = [];

    public int Count => _faults.Count;

    /// <summary>All faults, by file and place.</summary>
    public IReadOnlyList<CatalogueFault> All =>
        [.. _faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    public void Add(Place place, string rule, BilingualText message, BilingualText remedy) =>
        _faults.Add(new(place.File, place.Line, place.Column, rule, message, remedy));
}
