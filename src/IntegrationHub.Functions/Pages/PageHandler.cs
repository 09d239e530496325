using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Pages;

/// <summary>What every page function does: admit, check forms, send the security headers.</summary>
public sealed class PageHandler(AdminKey adminKey, RequestOrigin origin, IAntiforgery antiforgery)
{
    private const string SignIn = "/sign-in";

    /// <summary>Shows a page to somebody who is signed in; others are sent to sign in and come back.</summary>
    public async Task<IResult> Show(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        Secure(request.HttpContext.Response);
        return Admits(request) ? await SilentStorage.Or(request, () => page(request.HttpContext.PageContext())) : ToSignIn(request);
    }

    /// <summary>Takes a form of somebody who is signed in, then goes where it says.</summary>
    public async Task<IResult> Take(HttpRequest request, Func<PageContext, IFormCollection, Task<IResult>> act)
    {
        if (!origin.Admits(request))
            return Open(request, page => ConsolePages.FormRefused(page, FormProblem.Foreign));
        return await Show(request, page => Take(request, page, act));
    }

    /// <summary>Carries out an act that somebody who is signed in asks for by a form.</summary>
    public Task<IResult> Act(HttpRequest request, Func<IFormCollection, Task<ActOutcome>> act) =>
        Take(request, async (page, form) => (await act(form)).OnPage(page));

    /// <summary>Takes a form of anybody.</summary>
    public Task<IResult> TakeFromAnybody(HttpRequest request, Func<PageContext, IFormCollection, Task<IResult>> act) =>
        Open(request, page => Take(request, page, act));

    /// <summary>Shows a page to anybody.</summary>
    public static IResult Open(HttpRequest request, Func<PageContext, IResult> page)
    {
        Secure(request.HttpContext.Response);
        return SilentStorage.Or(request, () => page(request.HttpContext.PageContext(signedIn: false)));
    }

    /// <summary>Shows a page to anybody.</summary>
    public static Task<IResult> Open(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        Secure(request.HttpContext.Response);
        return SilentStorage.Or(request, () => page(request.HttpContext.PageContext(signedIn: false)));
    }

    /// <summary>
    /// Shows a page to whoever holds its address: no search engine learns the address, nor, by the policy of all pages, another site.
    /// </summary>
    public static Task<IResult> OpenPrivately(HttpRequest request, Func<PageContext, Task<IResult>> page)
    {
        var answer = Open(request, page);
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = ConsolePages.HolderSecurityPolicy;
        headers["X-Robots-Tag"] = "noindex";
        return answer;
    }

    /// <summary>
    /// Sends the browser on with a GET. Unlike <c>Results.Redirect</c> it never logs where to: the address may be private.
    /// </summary>
    public static IResult SeeOther(HttpRequest request, string address)
    {
        request.HttpContext.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Reads a form that was made here, for this person.</summary>
    /// <param name="request">The request.</param>
    /// <param name="files">Most bytes of the files in it.</param>
    public async Task<FormRead> Form(HttpRequest request, int files = 0)
    {
        if (!origin.Admits(request))
            return new(null, FormProblem.Foreign);
        var read = await FormBody.Read(request, files);
        return read.Form is null || await antiforgery.IsRequestValidAsync(request.HttpContext) ? read : new(null, FormProblem.Expired);
    }

    /// <summary>A page of this hub to go to; null for addresses elsewhere.</summary>
    public static string? Local(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.StartsWith("/\\", StringComparison.Ordinal)
        && !path.Any(char.IsControl)
            ? path
            : null;

    private async Task<IResult> Take(HttpRequest request, PageContext page, Func<PageContext, IFormCollection, Task<IResult>> act)
    {
        var (form, problem) = await Form(request);
        return form is null ? ConsolePages.FormRefused(page, problem) : await act(page, form);
    }

    private bool Admits(HttpRequest request) => Sessions.Has(request) || adminKey.Admits(request);

    private static IResult ToSignIn(HttpRequest request)
    {
        if (!request.Headers.ContainsKey("HX-Request"))
            return Results.Redirect($"{SignIn}?next={Uri.EscapeDataString(Shows(request) ? request.Path + request.QueryString : "/")}");
        request.HttpContext.Response.Headers["HX-Redirect"] = SignIn;
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    private static bool Shows(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static void Secure(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ConsolePages.ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
        // As antiforgery sets it on every page with a form: it would warn of anything else.
        response.Headers.CacheControl = "no-cache, no-store";
    }
}
