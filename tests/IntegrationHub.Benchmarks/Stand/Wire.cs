using System.Text;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>Requests as bytes ready for the wire.</summary>
internal static class Wire
{
    public static byte[] Post(string path, int port, string type, ReadOnlySpan<byte> body) =>
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
}
