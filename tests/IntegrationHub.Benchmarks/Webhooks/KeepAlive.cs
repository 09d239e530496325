using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Benchmarks.Webhooks;

/// <summary>One connection that sends ready-made requests and reads the status: a sender that costs next to nothing.</summary>
internal sealed class KeepAlive : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[16 * 1024];

    public static async Task<KeepAlive> Connect(int port, CancellationToken cancellation)
    {
        var connection = new KeepAlive();
        try
        {
            await connection.socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>The status.</returns>
    public async Task<int> Send(byte[] request, CancellationToken cancellation)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await socket.SendAsync(request.AsMemory(sent), cancellation);
        var length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                throw new IOException("The hub closed the connection.");
            length += read;
        }

        return int.Parse(Encoding.ASCII.GetString(buffer, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var body = answer[(end + 4)..];
        var head = Encoding.ASCII.GetString(answer[..end]);
        const string Length = "Content-Length: ";
        var at = head.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return body.EndsWith("0\r\n\r\n"u8);
        var number = head.AsSpan(at + Length.Length);
        var line = number.IndexOf('\r');
        return body.Length >= int.Parse(line < 0 ? number : number[..line], System.Globalization.CultureInfo.InvariantCulture);
    }
}
