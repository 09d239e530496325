namespace IntegrationHub.OpenBadges;

/// <summary>Unpacks what strangers packed, without letting a small file grow without bounds.</summary>
internal static class Limited
{
    /// <summary>All of a stream, or null where it holds more than <paramref name="most"/> bytes.</summary>
    public static byte[]? ReadToEnd(Stream stream, int most, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (whole.Length + read > most)
                return null;
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }
}
