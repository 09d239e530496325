using IntegrationHub.Api;
using IntegrationHub.Connectors.Badges.OwnIssuer;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Endorsements over HTTP.</summary>
public sealed class EndorsementApiFunctions(ApiHandler api, IInstitutions institutions, EndorsementImport import)
{
    private const int Largest = 256 * 1024;

    /// <inheritdoc cref="ICredentialsApi.Endorse"/>
    [Function("ApiEndorse")]
    public Task<IResult> Endorse(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endorsements/{institution}")] HttpRequest request,
        string institution,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            if (institutions.Find(institution, out var found) != InstitutionState.InForce || found!.Issuer is null)
                return ApiAnswers.NotFound(request, "api.noIssuer", institution);
            if (await BoundedBody.Read(request, Largest, cancellation) is not { } body)
                return ApiAnswers.Problem(request, StatusCodes.Status413PayloadTooLarge, "api.endorsement.TooLarge", Largest / 1024);
            var imported = await import.Import(found, body, cancellation);
            return imported.Verdict == EndorsementVerdict.Kept
                ? ApiAnswers.Json(new EndorsementResponse(imported.Detail), StatusCodes.Status201Created)
                : ApiAnswers.Unprocessable(request, $"api.endorsement.{imported.Verdict}", imported.Detail);
        });
}
