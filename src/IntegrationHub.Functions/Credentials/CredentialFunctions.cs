using System.Text;
using IntegrationHub.Console;
using IntegrationHub.Core.Badges;
using IntegrationHub.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Credentials;

/// <summary>A credential for everybody: the page, the documents, the baked pictures.</summary>
public sealed class CredentialFunctions(HolderCommands holders, BadgePictures pictures, PublicAddresses addresses, Absence absence)
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);

    /// <summary>
    /// One credential, in the form that the extension or the Accept header asks for; 404 where there is none, or its holder withdrew it.
    /// </summary>
    [Function("Credential")]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "credentials/{file}")] HttpRequest request,
        string file,
        CancellationToken cancellation)
    {
        request.HttpContext.Response.Headers.Vary = "Accept";
        if (RequestedCredential.Read(request, file) is not { } wanted)
            return PageHandler.Open(request, ConsolePages.NotFound);
        var view = CredentialId.TryParse(wanted.Name, out var id) ? await holders.Public(id, cancellation) : null;
        if (view is null)
            return wanted.Form == CredentialForm.Page
                ? PageHandler.Open(request, page => absence.Page(request, page, id))
                : absence.Document(request, id.Institution);
        if (wanted.Form == CredentialForm.Page)
            return PageHandler.Open(request, page => ConsolePages.Credential(page, view, addresses));
        if (view.Credential.Documents is not { } documents)
            return Results.StatusCode(StatusCodes.Status410Gone);
        return wanted.Form switch
        {
            CredentialForm.Jwt => PublicDocument.Of(request, Encoding.ASCII.GetBytes(documents.Jwt), wanted.MediaType, Keep),
            CredentialForm.Png => PublicDocument.Of(request, pictures.BakedPng(view), wanted.MediaType, Keep),
            CredentialForm.Svg => PublicDocument.Of(request, pictures.BakedSvg(view), wanted.MediaType, Keep),
            _ => PublicDocument.Of(request, Encoding.UTF8.GetBytes(documents.Json), wanted.MediaType, Keep),
        };
    }
}
