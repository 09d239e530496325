using IntegrationHub.EmbeddedHost.Diagnostics;

namespace IntegrationHub.EmbeddedHost.Settings;

/// <summary>Gathers what is wrong, so that all of it can be said at once.</summary>
internal sealed class Faults
{
    private readonly List<string> _found = [];

    public void Add(string fault) => _found.Add(fault);

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
            throw new HostStartException([.. _found.Distinct()]);
    }
}
