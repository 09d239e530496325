using IntegrationHub.Console;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Pages;

/// <summary>Signing in with the admin key, until the console brings roles.</summary>
public sealed class SignInFunctions(PageHandler pages, Sessions sessions)
{
    /// <summary>The form; with the key in the address, as <c>./hub up</c> prints it, straight to the first page.</summary>
    [Function("PageSignIn")]
    public IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in")] HttpRequest request) =>
        SilentStorage.Or(request, () => Answer(request));

    private IResult Answer(HttpRequest request) =>
        request.Query["key"] is [{ } key] && sessions.Open(request.HttpContext.Response, key) ? Results.Redirect("/")
        : Sessions.Has(request) ? Results.Redirect(PageHandler.Local(request.Query["next"]) ?? "/")
        : PageHandler.Open(request, page =>
            ConsolePages.SignIn(page, wrongKey: request.Query.ContainsKey("key"), PageHandler.Local(request.Query["next"])));


    /// <summary>Takes the form.</summary>
    [Function("PageSignInForm")]
    public Task<IResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request) =>
        pages.TakeFromAnybody(request, (page, form) =>
        {
            var next = PageHandler.Local(form["next"]);
            return Task.FromResult(sessions.Open(request.HttpContext.Response, form["key"])
                ? Results.Redirect(next ?? "/")
                : ConsolePages.SignIn(page, wrongKey: true, next));
        });

    /// <summary>Ends the session.</summary>
    [Function("PageSignOut")]
    public Task<IResult> Out([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request) =>
        pages.TakeFromAnybody(request, (_, _) =>
        {
            sessions.End(request.HttpContext.Response);
            return Task.FromResult(Results.Redirect("/sign-in"));
        });
}
