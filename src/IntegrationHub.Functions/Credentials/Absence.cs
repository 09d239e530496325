using IntegrationHub.Console;
using IntegrationHub.Console.Shared;
using IntegrationHub.Core.Badges;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Credentials;

/// <summary>
/// What a public address answers that shows nothing: 404, but 503 where the institution is only out of force. A verifier must
/// not conclude from a faulty file that a credential is none.
/// </summary>
public sealed class Absence(IInstitutions institutions)
{
    /// <summary>For a document of an institution.</summary>
    public IResult Document(HttpRequest request, string? institution) =>
        IsOut(institution) ? RetryLater.Answer(request) : Results.NotFound();

    /// <summary>For a page or a document about a credential.</summary>
    public IResult Page(HttpRequest request, PageContext page, CredentialId? credential)
    {
        if (!IsOut(credential?.Institution))
            return ConsolePages.NotFound(page);
        RetryLater.Say(request);
        return ConsolePages.PublicMessage(page, "public.outofforce", StatusCodes.Status503ServiceUnavailable);
    }

    private bool IsOut(string? institution) => institution is not null && institutions.Find(institution, out _) == InstitutionState.Faulty;
}
