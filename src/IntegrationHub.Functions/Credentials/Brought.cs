using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationHub.Functions;

/// <summary>A form with files that a stranger sends: never more than a limit is read.</summary>
public sealed class Brought(IAntiforgery antiforgery)
{
    /// <summary>Largest file, in bytes: a credential is a few kilobytes, a badge's picture some hundred.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>What the form holds beside its files, and between them.</summary>
    private const int Margin = 64 * 1024;

    /// <summary>Reads the form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">Most bytes of all that it brings.</param>
    public async Task<BroughtForm> Read(HttpRequest request, int limit)
    {
        if (!request.HasFormContentType)
            return new(BroughtVerdict.NotOurs, null);
        if (request.ContentLength > limit + Margin)
            return new(BroughtVerdict.TooLarge, null);
        var options = new FormOptions { MultipartBodyLengthLimit = limit + Margin, BufferBodyLengthLimit = limit + Margin, ValueLengthLimit = limit };
        request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, options));
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return await antiforgery.IsRequestValidAsync(request.HttpContext) ? new(BroughtVerdict.Fine, form) : new(BroughtVerdict.NotOurs, null);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new(BroughtVerdict.TooLarge, null);
        }
    }

    /// <summary>A file's content.</summary>
    public static async Task<byte[]> Content(IFormFile file, CancellationToken cancellation)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return content.ToArray();
    }
}

/// <summary>A form that was read, or not.</summary>
/// <param name="Verdict">Whether it was.</param>
/// <param name="Form">The form; null where it was not.</param>
public sealed record BroughtForm(BroughtVerdict Verdict, IFormCollection? Form);

/// <summary>Whether a form could be read.</summary>
public enum BroughtVerdict
{
    /// <summary>It was made here and is small enough.</summary>
    Fine,

    /// <summary>It was not made here, or is too old.</summary>
    NotOurs,

    /// <summary>It brings too much.</summary>
    TooLarge,
}
