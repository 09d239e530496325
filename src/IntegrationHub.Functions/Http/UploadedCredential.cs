using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Http;

/// <summary>Files that people bring in a form.</summary>
internal static class UploadedCredential
{
    /// <summary>Largest file, in bytes: a credential is a few kilobytes, a badge's picture some hundred.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>A file's content.</summary>
    public static async Task<byte[]> Content(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}
