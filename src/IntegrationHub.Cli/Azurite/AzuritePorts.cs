using System.Net;
using System.Net.Sockets;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Azurite;

/// <summary>Where the three services listen, on 127.0.0.1.</summary>
/// <param name="Blob">The blob service's port.</param>
/// <param name="Queue">The queue service's port.</param>
/// <param name="Table">The table service's port.</param>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>The ports that <c>UseDevelopmentStorage=true</c> means.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    /// <summary>Three ports that nobody uses now.</summary>
    public static AzuritePorts Free()
    {
        TcpListener[] listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        try
        {
            var ports = Array.ConvertAll(listeners, listener =>
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            });
            return new(ports[0], ports[1], ports[2]);
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Dispose();
        }
    }

    internal IEnumerable<(string Service, int Port)> All => [("blob", Blob), ("queue", Queue), ("table", Table)];

    internal void ThrowIfBusy()
    {
        foreach (var (service, port) in All)
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
            }
            catch (SocketException)
            {
                throw new AzuriteException(Texts.Get("ports.busy", port, $"AZURITE_{service.ToUpperInvariant()}_PORT"));
            }
        }
    }
}
