using IntegrationHub.Console;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Signing in with the admin key, until the console brings roles.</summary>
public sealed class SignInFunctions(Pages pages, AdminKey adminKey)
{
    /// <summary>The form; with the key in the address, as <c>./hub up</c> prints it, straight to the first page.</summary>
    [Function("PageSignIn")]
    public IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request) =>
        request.Query["key"] is [{ } key] && adminKey.SignIn(request.HttpContext.Response, key)
            ? Results.Redirect("/")
            : Pages.Open(request, page => ConsolePages.SignIn(page, wrongKey: request.Query.ContainsKey("key"), Pages.Local(request.Query["next"])));

    /// <summary>Takes the form.</summary>
    [Function("PageSignInForm")]
    public async Task<IResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request)
    {
        if (await pages.Form(request) is not { } form)
            return Pages.Open(request, page => ConsolePages.Problem(page, Problem.FormExpired));
        var next = Pages.Local(form["next"]);
        return adminKey.SignIn(request.HttpContext.Response, form["key"])
            ? Results.Redirect(next ?? "/")
            : Pages.Open(request, page => ConsolePages.SignIn(page, wrongKey: true, next));
    }

    /// <summary>Ends the session.</summary>
    [Function("PageSignOut")]
    public async Task<IResult> Out([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request)
    {
        if (await pages.Form(request) is not null)
            AdminKey.SignOut(request.HttpContext.Response);
        return Results.Redirect("/sign-in");
    }
}
