using IntegrationHub.Api;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>Naming learners over HTTP. Names of people stand in bodies, never in addresses.</summary>
public sealed class IdentityFunctions(ApiHandler api, IdentityCommands identities, IInstitutions institutions)
{
    private const string Example =
        """{"institution": "lacnord", "source": "moodle", "kind": "lmsId", "value": "5005", "studentNumber": "900100005"}""";
    private const string TableExample =
        """{"institution": "lacnord", "source": "moodle", "lines": [{"line": 2, "studentNumber": "900100005", "lmsId": "5005"}]"""
            + """, "last": true}""";

    /// <inheritdoc cref="IIdentitiesApi.AddIdentity"/>
    [Function("ApiIdentities")]
    public Task<IResult> Add(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var asked = await ApiHandler.Read<IdentityRequest>(request, cancellation);
            if (asked is not { Institution: { } institution, Source: { } source, StudentNumber: { Length: > 0 } number }
                || asked.Reference() is not { } reference)
                return ApiAnswers.BadRequest(request, "api.unreadable", Example);
            try
            {
                var identified = await identities.Identify(institution, source, reference, number, cancellation);
                return identified.Verdict switch
                {
                    IdentifyVerdict.Remembered => ApiAnswers.Json(new IdentityResponse(identified.Learner)),
                    IdentifyVerdict.UnknownInstitution => ApiAnswers.NotFound(request, "api.noInstitution", institution),
                    IdentifyVerdict.UnknownSource => ApiAnswers.NotFound(request, "api.noSource", source, institution),
                    _ => ApiAnswers.Unprocessable(request, "api.noStudent"),
                };
            }
            catch (OutsideException failure)
            {
                return ApiAnswers.SisSilent(request, failure);
            }
        });

    /// <inheritdoc cref="IIdentitiesApi.LoadIdentities"/>
    [Function("ApiIdentityTable")]
    public Task<IResult> Load(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/table")] HttpRequest request,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var asked = await ApiHandler.Read<IdentityTableRequest>(request, cancellation);
            if (asked is not { Institution: not null, Source: not null, Lines: { } lines } table || !lines.All(line => line.IsWhole()))
                return ApiAnswers.BadRequest(request, "api.unreadable", TableExample);
            if (Nowhere(request, table.Institution, table.Source) is { } problem)
                return problem;
            try
            {
                IdentityLine[] whole = [.. lines.Select(line => line.ToCore())];
                var unknown = await identities.Load(table.Institution, table.Source, whole, table.Last, cancellation);
                return ApiAnswers.Json(new IdentityTableResponse(unknown));
            }
            catch (OutsideException failure)
            {
                return ApiAnswers.SisSilent(request, failure);
            }
        });

    /// <inheritdoc cref="IIdentitiesApi.FindIdentity"/>
    [Function("ApiIdentityFind")]
    public Task<IResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/find")] HttpRequest request,
        CancellationToken cancellation) =>
        About(
            request,
            async (institution, source, reference) =>
                await identities.Find(institution, source, reference, cancellation) is { } learner
                    ? ApiAnswers.Json(new FoundIdentityResponse(learner.Id, learner.StudentNumber))
                    : ApiAnswers.NotFound(request, "api.noIdentity"),
            cancellation);

    /// <inheritdoc cref="IIdentitiesApi.ForgetIdentity"/>
    [Function("ApiIdentityForget")]
    public Task<IResult> Forget(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/identities")] HttpRequest request,
        CancellationToken cancellation) =>
        About(
            request,
            async (institution, source, reference) =>
            {
                var forgotten = await identities.Forget(institution, source, reference, cancellation);
                return forgotten > 0
                    ? ApiAnswers.Json(new ForgottenIdentitiesResponse(forgotten))
                    : ApiAnswers.NotFound(request, "api.noIdentity");
            },
            cancellation);

    private Task<IResult> About(
        HttpRequest request,
        Func<string, string, LearnerReference, Task<IResult>> act,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            var asked = await ApiHandler.Read<IdentityRequest>(request, cancellation);
            if (asked is not { Institution: { } institution, Source: { } source } || asked.Reference() is not { } reference)
                return ApiAnswers.BadRequest(request, "api.unreadable", Example);
            return Nowhere(request, institution, source) ?? await act(institution, source, reference);
        });

    private IResult? Nowhere(HttpRequest request, string institution, string source)
    {
        if (institutions.Find(institution, out var found) != InstitutionState.InForce)
            return ApiAnswers.NotFound(request, "api.noInstitution", institution);
        return found!.Sources.ContainsKey(source) ? null : ApiAnswers.NotFound(request, "api.noSource", source, institution);
    }
}
