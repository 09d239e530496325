using System.Text;
using IntegrationHub.Console;
using IntegrationHub.Console.Credentials;
using IntegrationHub.Console.Learners;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>The learner's own page. Its address holds the key to it: it is never logged, and no other site learns it.</summary>
public sealed class HolderFunctions(
    PageHandler pages,
    HolderCommands holders,
    BadgePictures pictures,
    PublicAddresses addresses,
    Absence absence)
{
    /// <summary>The page.</summary>
    [Function("Holder")]
    public Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "learner/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        Opened(
            request,
            token,
            (page, view, links) => ConsolePages.Holder(page, view, links, Place(request.Query["shared"].ToString())),
            cancellation);

    /// <summary>Goes on to the end-of-learning survey, and counts that it was opened; HEAD opens nothing.</summary>
    [Function("HolderSurvey")]
    public Task<IResult> Survey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "learner/{token}/survey")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        PageHandler.OpenPrivately(request, async page =>
            await (HttpMethods.IsHead(request.Method) ? holders.Survey(token, cancellation) : holders.OpenSurvey(token, cancellation))
                is { } survey
                ? PageHandler.SeeOther(request, survey.AbsoluteUri)
                : absence.Page(request, page, ClaimLink.Named(token)));

    /// <summary>Asks once more before a credential is withdrawn.</summary>
    [Function("HolderWithdraw")]
    public Task<IResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "learner/{token}/withdraw")] HttpRequest request,
        string token,
        CancellationToken cancellation) => Opened(request, token, ConsolePages.Withdraw, cancellation);

    /// <summary>Accepts, withdraws or goes to share.</summary>
    [Function("HolderAct")]
    public Task<IResult> Act(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "learner/{token}/acts/{act}")] HttpRequest request,
        string token,
        string act,
        CancellationToken cancellation) => PageHandler.OpenPrivately(request, async page =>
        {
            var (form, problem) = await pages.Form(request);
            if (form is null)
                return ConsolePages.FormRefused(page, problem);
            if (await holders.Open(token, cancellation) is not { } view)
                return absence.Page(request, page, ClaimLink.Named(token));
            var (done, next) = act switch
            {
                "accept" => (await holders.Accept(token, form["name"] == "yes", cancellation), "done=accepted"),
                "withdraw" => (await holders.Withdraw(token, cancellation), "done=withdrawn"),
                _ when Place(act) is { } place => (await holders.Share(token, place, cancellation), $"shared={act}"),
                _ => (false, ""),
            };
            // Of a credential that was revoked while the page was open, the page says so.
            return done || view.Opened.Credential.Standing == CredentialStatus.Revoked
                ? PageHandler.SeeOther(request, Next(page, view, Links(token), Place(act), done ? next : ""))
                : ConsolePages.NotFound(page);
        });

    /// <summary>A file of the credential, also while it is withdrawn from public view.</summary>
    [Function("HolderFile")]
    public Task<IResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "learner/{token}/files/{file}")] HttpRequest request,
        string token,
        string file,
        CancellationToken cancellation) =>
        Opened(
            request,
            token,
            (page, view, _) =>
                Content(view.Opened, file) is ({ } content, { } mediaType)
                    ? Results.Bytes(content, mediaType, file)
                    : ConsolePages.NotFound(page),
            cancellation);

    private (byte[]?, string?) Content(CredentialView view, string file) =>
        (view.Credential.Documents, file) switch
        {
            ({ } documents, "credential.json") => (Encoding.UTF8.GetBytes(documents.Json), PublicDocument.Json),
            ({ } documents, "credential.jwt") => (Encoding.ASCII.GetBytes(documents.Jwt), PublicDocument.Jwt),
            ({ }, "credential.png") => (pictures.BakedPng(view), "image/png"),
            ({ }, "credential.svg") => (pictures.BakedSvg(view), "image/svg+xml"),
            _ => (null, null),
        };

    private string Next(PageContext page, HolderView view, HolderLinks links, SharePlace? shared, string query) =>
        shared switch
        {
            SharePlace.LinkedIn => LinkedInProfile.Address(view.Opened, page, addresses),
            SharePlace.Wallet => links.File("json"),
            null => $"{page.To(links.Home)}&{query}",
            _ => $"{page.To(links.Home)}&{query}#share",
        };

    private Task<IResult> Opened(
        HttpRequest request,
        string token,
        Func<PageContext, HolderView, HolderLinks, IResult> show,
        CancellationToken cancellation) =>
        PageHandler.OpenPrivately(request, async page =>
            await holders.Open(token, cancellation) is { } view
                ? show(page, view, Links(token))
                : absence.Page(request, page, ClaimLink.Named(token)));

    private HolderLinks Links(string token) => new(token, holders.TokenOf, addresses);

    private static SharePlace? Place(string name) =>
        Enum.TryParse<SharePlace>(name, ignoreCase: true, out var place) && Enum.IsDefined(place) && !char.IsAsciiDigit(name[0])
            ? place
            : null;
}
