using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Http;

/// <summary>Reads a request body up to a limit, whatever the sender says its length is.</summary>
internal static class BoundedBody
{
    private const int Announced = 64 * 1024;

    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
            return null;
        // What is announced is not there yet: a silent connection holds no more than this.
        var buffer = new byte[Math.Min(limit, (int)Math.Min(request.ContentLength ?? Announced, Announced)) + 1];
        var length = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > limit)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(limit + 1, buffer.Length * 2));
        }
    }
}
