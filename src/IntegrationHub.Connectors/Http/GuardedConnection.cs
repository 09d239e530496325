using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Connectors.Http;

/// <summary>The address of an outside system leads to a network that the hub must not call.</summary>
internal sealed class RefusedAddressException(string host)
    : IOException($"'{host}' leads to a private or reserved address, which the hub does not call; set Outgoing:AllowPrivate to true only where outside systems really are on the same network.");

/// <summary>Opens connections after looking at the address that the name leads to, at the moment it is used: a check beforehand could be fooled by a changing name.</summary>
internal sealed class GuardedConnection(AddressPolicy policy)
{
    /// <summary>Connects to the first allowed address that answers.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, cancellation);
        IPAddress[] allowed = [.. addresses.Where(policy.Allows)];
        if (allowed.Length == 0)
            throw new RefusedAddressException(host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
