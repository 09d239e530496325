using System.Buffers;
using System.Text;

namespace IntegrationHub.EmbeddedHost.Queues;

internal static class MessageText
{
    /// <summary>The text behind base64; null when it is not base64.</summary>
    public static string? FromBase64(string wire)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(wire.Length);
        try
        {
            return Convert.TryFromBase64String(wire, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
