using System.Runtime.InteropServices;
using IntegrationHub.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationHub.Functions.Http;

/// <summary>Reads any form, whoever sends it: up to a limit, in memory, and whatever is wrong with it is the sender's fault.</summary>
internal static class FormBody
{
    /// <summary>Most bytes of a form, beside its files.</summary>
    private const int Limit = 64 * 1024;

    private const int MostFields = 16;

    /// <summary>Whoever sends more files than a page takes hears so from the page.</summary>
    private const int MostWithFiles = 128;

    private const int LongestKey = 64;

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="files">Most bytes of the files in it.</param>
    public static async Task<FormRead> Read(HttpRequest request, int files = 0)
    {
        try
        {
            var hasFiles = files > 0 && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
            if (await BoundedBody.Read(request, Limit + (hasFiles ? files : 0), request.HttpContext.RequestAborted) is not { } body)
                return new(null, FormProblem.TooLarge);
            return await Parse(request, body, hasFiles ? MostWithFiles : MostFields) is { } form
                ? new(form, default)
                : new(null, FormProblem.Unreadable);
        }
        catch (BadHttpRequestException fault)
        {
            return new(null, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? FormProblem.TooLarge : FormProblem.Unreadable);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return new(null, FormProblem.Unreadable);
        }
    }

    private static async Task<IFormCollection?> Parse(HttpRequest request, ReadOnlyMemory<byte> body, int mostFields)
    {
        request.Body = MemoryMarshal.TryGetArray(body, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(body.ToArray());
        var feature = new FormFeature(
            request,
            new()
            {
                ValueCountLimit = mostFields,
                KeyLengthLimit = LongestKey,
                ValueLengthLimit = body.Length,
                MultipartBodyLengthLimit = body.Length,
                MemoryBufferThreshold = body.Length + 1,
            });
        request.HttpContext.Features.Set<IFormFeature>(feature);
        try
        {
            return feature.HasFormContentType ? await feature.ReadFormAsync(CancellationToken.None) : null;
        }
        catch (Exception)
        {
            // The body lies in memory: whatever ASP.NET's reader cannot take (limits, a cut part, an unknown charset) came with it.
            return null;
        }
    }
}

/// <summary>A form that was read, or not.</summary>
/// <param name="Form">The form; null where it cannot be taken.</param>
/// <param name="Problem">Why it cannot; means nothing where it can.</param>
public sealed record FormRead(IFormCollection? Form, FormProblem Problem);
