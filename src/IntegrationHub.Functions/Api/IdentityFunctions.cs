using IntegrationHub.Core.Completions;
using IntegrationHub.Core.Outside;
using IntegrationHub.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Naming learners over HTTP.</summary>
public sealed class IdentityFunctions(Api api, Desk desk)
{
    private const string Example = """{"institution": "lacnord", "source": "moodle", "kind": "lmsId", "value": "5005", "studentNumber": "900100005"}""";

    /// <summary>Says which student one of a source's names of a learner is; what waited for it goes on. 200 with the learner's opaque id.</summary>
    [Function("ApiIdentities")]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await Api.Read<Identity>(request, cancellation) is not { Institution: not null, Source: not null, Kind: { } kind, Value: { Length: > 0 } value, StudentNumber: { Length: > 0 } number } given)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
            try
            {
                var identified = await desk.Identify(given.Institution, given.Source, new(kind, value), number, cancellation);
                return identified.Verdict switch
                {
                    IdentifyVerdict.Remembered => Api.Json(new { learner = identified.Learner }),
                    IdentifyVerdict.UnknownInstitution => Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", given.Institution),
                    IdentifyVerdict.UnknownSource => Api.Problem(request, StatusCodes.Status404NotFound, "api.noSource", given.Institution, given.Source),
                    _ => Api.Problem(request, StatusCodes.Status422UnprocessableEntity, "api.noStudent"),
                };
            }
            catch (OutsideException failure)
            {
                return Api.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
            }
        });

    /// <summary>The body of a request.</summary>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Kind">How the source names the learner.</param>
    /// <param name="Value">The name itself.</param>
    /// <param name="StudentNumber">The student number.</param>
    public sealed record Identity(string? Institution, string? Source, LearnerReferenceKind? Kind, string? Value, string? StudentNumber);
}
