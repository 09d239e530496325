using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Local;

/// <summary>A port and the environment variable that changes it.</summary>
internal sealed record Port(string Variable, int Number)
{
    public static Port Read(Func<string, string?> environment, string variable, int usual)
    {
        if (environment(variable) is not { Length: > 0 } text)
            return new(variable, usual);
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= IPEndPoint.MaxPort
            ? new(variable, number)
            : throw new CliException(Texts.Get("ports.notANumber", variable, text), Ports.ExitCode);
    }

    /// <summary>Whether nothing listens on it, on any address of this machine.</summary>
    public bool IsFree() => CanListen(IPAddress.Any) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Any));

    private bool CanListen(IPAddress address)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.AddressFamily == AddressFamily.InterNetworkV6)
                socket.DualMode = false;
            socket.Bind(new IPEndPoint(address, Number));
            socket.Listen();
            return true;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;
        }
    }
}

/// <summary>Where the hub, the sandbox and Azurite listen.</summary>
internal sealed record Ports(Port Hub, Port Sandbox, Port Blob, Port Queue, Port Table)
{
    public const int ExitCode = 2;

    public string HubAddress => $"http://localhost:{Hub.Number}";

    public string SandboxAddress => $"http://localhost:{Sandbox.Number}";

    public AzuritePorts Storage => new(Blob.Number, Queue.Number, Table.Number);

    private Port[] All => [Hub, Sandbox, Blob, Queue, Table];

    public static Ports Read(Func<string, string?> environment) => new(
        Port.Read(environment, "HUB_PORT", 7071),
        Port.Read(environment, "SANDBOX_PORT", 7080),
        Port.Read(environment, "AZURITE_BLOB_PORT", 10000),
        Port.Read(environment, "AZURITE_QUEUE_PORT", 10001),
        Port.Read(environment, "AZURITE_TABLE_PORT", 10002));

    /// <summary>Where those of this clone listen, if they run; else where they would.</summary>
    public static Ports Of(Workspace workspace) => RunningState.Read(workspace.RunningFile) is { } running
        ? new(
            new("HUB_PORT", running.Hub.Port),
            new("SANDBOX_PORT", running.Sandbox.Port),
            new("AZURITE_BLOB_PORT", running.Storage.Blob),
            new("AZURITE_QUEUE_PORT", running.Storage.Queue),
            new("AZURITE_TABLE_PORT", running.Storage.Table))
        : Read(workspace.Environment);

    /// <summary>Before anything is started: every port is free and none is given twice.</summary>
    public void Check()
    {
        var faults = All.GroupBy(port => port.Number)
            .Where(same => same.Count() > 1)
            .Select(same => Texts.Get("ports.twice", same.Key, string.Join(", ", same.Select(port => port.Variable))))
            .Concat(All.Where(port => !port.IsFree()).Select(port => Texts.Get("ports.busy", port.Number, port.Variable)))
            .ToArray();
        if (faults.Length > 0)
            throw new CliException(string.Join(Environment.NewLine, faults), ExitCode);
    }
}
