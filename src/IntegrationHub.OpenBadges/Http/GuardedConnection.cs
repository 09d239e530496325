using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.OpenBadges.Http;

/// <summary>
/// A name leads to no address that may be connected to; the cause inside the <see cref="HttpRequestException"/> of a request.
/// </summary>
public sealed class RefusedAddressException : IOException
{
    internal RefusedAddressException(string host)
        : base($"'{host}' leads to a private or reserved address, which is not called.") => Host = host;

    /// <summary>The name.</summary>
    public string Host { get; }
}

/// <summary>
/// Opens connections after looking at the address that the name leads to, at the moment it is used: a check beforehand could be
/// fooled by a changing name. For the <see cref="SocketsHttpHandler.ConnectCallback"/> of a handler without proxy.
/// </summary>
/// <param name="policy">Which addresses may be connected to.</param>
public sealed class GuardedConnection(AddressPolicy policy)
{
    /// <summary>Connects to the first allowed address that answers.</summary>
    /// <exception cref="RefusedAddressException">The name leads to none.</exception>
    /// <exception cref="SocketException">The name is unknown, or none of its addresses answers.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation = default)
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
