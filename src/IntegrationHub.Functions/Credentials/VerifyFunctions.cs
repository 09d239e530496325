using System.Text;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Console.Verifying;
using IntegrationHub.Core.Badges;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Pages;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>Verifies what anybody brings. Nothing of it is kept.</summary>
public sealed class VerifyFunctions(
    PageHandler pages,
    HolderCommands holders,
    HubVerifier verifier,
    IDocuments documents,
    PublicAddresses addresses,
    VerifyTurns turns,
    Absence absence)
{
    /// <summary>The form.</summary>
    [Function("Verify")]
    public static IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "verify")] HttpRequest request) =>
        PageHandler.Open(request, page => ConsolePages.Verify(page));

    /// <summary>Takes a file, a link or a text, in this order, and shows what came of the checks.</summary>
    [Function("VerifyForm")]
    public Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verify")] HttpRequest request,
        CancellationToken cancellation) => PageHandler.Open(request, async page =>
        {
            var (form, why) = await pages.Form(request, UploadedCredential.LargestFile);
            if (form is null)
                return why switch
                {
                    FormProblem.TooLarge => ConsolePages.Verify(page, problem: VerifyProblem.TooLarge),
                    FormProblem.Expired => ConsolePages.Verify(page, problem: VerifyProblem.FormExpired),
                    _ => ConsolePages.FormRefused(page, why),
                };
            return await turns.Take(page, request, () => Verified(page, form, cancellation), cancellation);
        });

    /// <summary>The checks of one of the hub's own credentials: a part for the public page, or a page of its own.</summary>
    [Function("VerifyOwn")]
    public Task<IResult> Own(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "verify/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) => PageHandler.Open(request, async page =>
        {
            var isPart = request.Headers.ContainsKey("HX-Request") && !request.Query.ContainsKey("full");
            var view = CredentialId.TryParse(id, out var credential) ? await holders.Public(credential, cancellation) : null;
            var report = view?.Credential.Documents is { } signed
                ? await verifier.Verify(Encoding.UTF8.GetBytes(signed.Json), cancellation)
                : null;
            return isPart ? ConsolePages.Checks(page, report)
                : report is null ? absence.Page(request, page, credential)
                : ConsolePages.Verify(page, report, own: view);
        });

    private async Task<IResult> Verified(PageContext page, IFormCollection form, CancellationToken cancellation)
    {
        var link = form["link"].ToString().Trim();
        var (content, problem) = await Content(form, link, cancellation);
        return content is null
            ? ConsolePages.Verify(page, problem: problem, link: link)
            : ConsolePages.Verify(page, await verifier.Verify(content, cancellation));
    }

    private async Task<(byte[]? Content, VerifyProblem Problem)> Content(IFormCollection form, string link, CancellationToken cancellation)
    {
        if (form.Files["file"] is { Length: > 0 } file)
            return file.Length > UploadedCredential.LargestFile
                ? (null, VerifyProblem.TooLarge)
                : (await UploadedCredential.Content(file, cancellation), default);
        if (link.Length > 0)
            return await Fetch(link, cancellation);
        var text = form["text"].ToString().Trim();
        return text.Length > 0 ? (Encoding.UTF8.GetBytes(text), default) : (null, VerifyProblem.NothingGiven);
    }

    private async Task<(byte[]?, VerifyProblem)> Fetch(string link, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !addresses.IsOwn(address)))
            return (null, VerifyProblem.LinkNotHttps);
        try
        {
            return (await documents.Fetch(address, cancellation), default);
        }
        catch (DocumentException)
        {
            return (null, VerifyProblem.LinkUnreachable);
        }
    }
}
