using IntegrationHub.Api;
using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Institutions;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Naming learners over HTTP. Names of people stand in bodies, never in addresses.</summary>
public sealed class IdentityFunctions(ApiHandler api, Desk desk, IdentityDesk identities, IInstitutions institutions)
{
    private const string Example = """{"institution": "lacnord", "source": "moodle", "kind": "lmsId", "value": "5005", "studentNumber": "900100005"}""";
    private const string TableExample = """{"institution": "lacnord", "source": "moodle", "lines": [{"line": 2, "studentNumber": "900100005", "lmsId": "5005"}], "last": true}""";

    /// <inheritdoc cref="IIdentitiesApi.AddIdentity"/>
    [Function("ApiIdentities")]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await ApiHandler.Read<IdentityRequest>(request, cancellation) is not { Institution: not null, Source: not null, StudentNumber: { Length: > 0 } number } given
                || given.Reference() is not { } reference)
                return ApiHandler.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
            try
            {
                var identified = await desk.Identify(given.Institution, given.Source, reference, number, cancellation);
                return identified.Verdict switch
                {
                    IdentifyVerdict.Remembered => ApiHandler.Json(new IdentityResponse(identified.Learner)),
                    IdentifyVerdict.UnknownInstitution => ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", given.Institution),
                    IdentifyVerdict.UnknownSource => ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noSource", given.Source, given.Institution),
                    _ => ApiHandler.Problem(request, StatusCodes.Status422UnprocessableEntity, "api.noStudent"),
                };
            }
            catch (OutsideException failure)
            {
                return ApiHandler.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
            }
        });

    /// <inheritdoc cref="IIdentitiesApi.LoadIdentities"/>
    [Function("ApiIdentityTable")]
    public Task<IResult> Load([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/table")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await ApiHandler.Read<IdentityTableRequest>(request, cancellation) is not { Institution: not null, Source: not null, Lines: { } lines } table || !lines.All(line => line.IsWhole()))
                return ApiHandler.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", TableExample);
            if (Nowhere(request, table.Institution, table.Source) is { } problem)
                return problem;
            try
            {
                return ApiHandler.Json(new IdentityTableResponse(await identities.Load(table.Institution, table.Source, [.. lines.Select(line => line.ToCore())], table.Last, cancellation)));
            }
            catch (OutsideException failure)
            {
                return ApiHandler.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
            }
        });

    /// <inheritdoc cref="IIdentitiesApi.FindIdentity"/>
    [Function("ApiIdentityFind")]
    public Task<IResult> Find([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/find")] HttpRequest request, CancellationToken cancellation) =>
        About(request, async (given, reference) => await identities.Find(given.Institution!, given.Source!, reference, cancellation) is { } learner
            ? ApiHandler.Json(new FoundIdentityResponse(learner.Id, learner.StudentNumber))
            : ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noIdentity"), cancellation);

    /// <inheritdoc cref="IIdentitiesApi.ForgetIdentity"/>
    [Function("ApiIdentityForget")]
    public Task<IResult> Forget([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/identities")] HttpRequest request, CancellationToken cancellation) =>
        About(request, async (given, reference) => await identities.Forget(given.Institution!, given.Source!, reference, cancellation) is > 0 and var forgotten
            ? ApiHandler.Json(new ForgottenIdentitiesResponse(forgotten))
            : ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noIdentity"), cancellation);

    private Task<IResult> About(HttpRequest request, Func<IdentityRequest, LearnerReference, Task<IResult>> act, CancellationToken cancellation) => api.Answer(request, async () =>
    {
        if (await ApiHandler.Read<IdentityRequest>(request, cancellation) is not { Institution: not null, Source: not null } given || given.Reference() is not { } reference)
            return ApiHandler.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
        return Nowhere(request, given.Institution, given.Source) ?? await act(given, reference);
    });

    private IResult? Nowhere(HttpRequest request, string institution, string source) =>
        institutions.Find(institution, out var found) != InstitutionState.InForce ? ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution)
        : !found!.Sources.ContainsKey(source) ? ApiHandler.Problem(request, StatusCodes.Status404NotFound, "api.noSource", source, institution)
        : null;
}
