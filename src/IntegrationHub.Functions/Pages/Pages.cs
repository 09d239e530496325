using IntegrationHub.Console;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>What every page function does: admit, check forms, send the security headers.</summary>
public sealed class Pages(AdminKey adminKey, IAntiforgery antiforgery)
{
    private const string SignIn = "/sign-in";

    /// <summary>Shows a page to somebody who is signed in; others are sent to sign in and come back.</summary>
    public async Task<IResult> Show(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        Secure(request.HttpContext.Response);
        return adminKey.Admits(request) ? await page(request.HttpContext.PageContext()) : ToSignIn(request);
    }

    /// <summary>Takes a form of somebody who is signed in, then goes where it says.</summary>
    public async Task<IResult> Take(HttpRequest request, Func<PageContext, IFormCollection, Task<IResult>> act)
    {
        Secure(request.HttpContext.Response);
        if (!adminKey.Admits(request))
            return ToSignIn(request);
        var page = request.HttpContext.PageContext();
        return await Form(request) is { } form ? await act(page, form) : ConsolePages.Problem(page, Problem.FormExpired);
    }

    /// <summary>Shows a page to anybody.</summary>
    public static IResult Open(HttpRequest request, Func<PageContext, IResult> page)
    {
        Secure(request.HttpContext.Response);
        return page(request.HttpContext.PageContext(signedIn: false));
    }

    /// <summary>Shows a page to anybody.</summary>
    public static Task<IResult> Open(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        Secure(request.HttpContext.Response);
        return page(request.HttpContext.PageContext(signedIn: false));
    }

    /// <summary>Shows a page to whoever holds its address: no other site and no search engine learns the address.</summary>
    public static Task<IResult> OpenPrivately(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        var answer = Open(request, page);
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ConsolePages.HolderSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        return answer;
    }

    /// <summary>Sends the browser on with a GET. Unlike <c>Results.Redirect</c> it never logs where to: the address may be private.</summary>
    public static IResult SeeOther(HttpRequest request, string address)
    {
        request.HttpContext.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Reads a form that was made here; null where it was not, or is too old.</summary>
    public async Task<IFormCollection?> Form(HttpRequest request) =>
        request.HasFormContentType && await antiforgery.IsRequestValidAsync(request.HttpContext)
            ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
            : null;

    /// <summary>A page of this hub to go to; null for addresses elsewhere.</summary>
    public static string? Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : null;

    private static IResult ToSignIn(HttpRequest request)
    {
        if (!request.Headers.ContainsKey("HX-Request"))
            return Results.Redirect($"{SignIn}?next={Uri.EscapeDataString(HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/")}");
        request.HttpContext.Response.Headers["HX-Redirect"] = SignIn;
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static void Secure(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ConsolePages.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }
}
