using System.Globalization;
using IntegrationHub.Core.Failures;
using IntegrationHub.Storage;

namespace IntegrationHub.Testing.Console;

/// <summary>The keys of cookies and forms in memory, for as many hubs as share it.</summary>
internal sealed class InMemoryKeyRing : IKeyRing
{
    private readonly Lock _gate = new();

    /// <summary>What is kept; null where nothing is.</summary>
    public KeyRingText? Kept { get; private set; }

    /// <summary>Whether the storage does not answer.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How often it was asked for what is kept.</summary>
    public int Reads { get; private set; }

    /// <summary>Runs before each write: another instance that is quicker.</summary>
    public Action? BeforeWrite { get; set; }

    public KeyRingText? Read()
    {
        Reads++;
        return IsSilent ? throw new StorageSilentException("The storage is silent.") : Kept;
    }

    public bool Write(string text, string? version)
    {
        if (IsSilent)
            throw new StorageSilentException("The storage is silent.");
        BeforeWrite?.Invoke();
        lock (_gate)
        {
            if (Kept?.Version != version)
                return false;
            Kept = new(text, (int.Parse(version ?? "0", CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
            return true;
        }
    }
}
