using System.Text.Json;
using IntegrationHub.Cli.Azurite;

namespace IntegrationHub.Cli.Local;

/// <summary>Where the hub and the sandbox of this clone listen while <c>hub up</c> runs; written for the other commands.</summary>
/// <param name="Process">The process id of <c>hub up</c>.</param>
/// <param name="Hub">Base address of the hub.</param>
/// <param name="Sandbox">Base address of the sandbox.</param>
/// <param name="Storage">Where Azurite listens.</param>
internal sealed record RunningState(int Process, Uri Hub, Uri Sandbox, AzuritePorts Storage)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, JsonSerializer.Serialize(this, Format));
    }

    /// <summary>The state of a running hub, or null where none runs.</summary>
    public static RunningState? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            var state = JsonSerializer.Deserialize<RunningState>(File.ReadAllText(file), Format);
            // A process id may have gone to another program since; the port tells.
            return state is { Storage: not null } && IsAlive(state.Process) && !new Port("", state.Hub.Port).IsFree() ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
