using IntegrationHub.Core.Attention;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Learners;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>Naming learners over HTTP. Names of people stand in bodies, never in addresses.</summary>
public sealed class IdentityFunctions(Api api, AttentionCommands commands, IdentityCommands identities, IInstitutions institutions)
{
    private const string Example = """{"institution": "lacnord", "source": "moodle", "kind": "lmsId", "value": "5005", "studentNumber": "900100005"}""";
    private const string TableExample = """{"institution": "lacnord", "source": "moodle", "lines": [{"line": 2, "studentNumber": "900100005", "lmsId": "5005"}], "last": true}""";

    /// <summary>Says which student one of a source's names of a learner is; what waited for it goes on. 200 with the learner's opaque id.</summary>
    [Function("ApiIdentities")]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await Api.Read<Identity>(request, cancellation) is not { Institution: not null, Source: not null, Kind: { } kind, Value: { Length: > 0 } value, StudentNumber: { Length: > 0 } number } given)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
            try
            {
                var identified = await commands.Identify(given.Institution, given.Source, new(kind, value), number, cancellation);
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

    /// <summary>Loads lines of a table of identities. 200 with the numbers of the lines whose student the SIS does not know.</summary>
    [Function("ApiIdentityTable")]
    public Task<IResult> Load([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/table")] HttpRequest request, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (await Api.Read<Table>(request, cancellation) is not { Institution: not null, Source: not null, Lines: { } lines } table || !lines.All(line => line.IsWhole))
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", TableExample);
            if (Nowhere(request, table.Institution, table.Source) is { } problem)
                return problem;
            try
            {
                return Api.Json(new { unknown = await identities.Load(table.Institution, table.Source, [.. lines.Select(line => line.ToCore())], table.Last, cancellation) });
            }
            catch (OutsideException failure)
            {
                return Api.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
            }
        });

    /// <summary>Which student a name leads to. Body: as for naming, without the student number.</summary>
    [Function("ApiIdentityFind")]
    public Task<IResult> Find([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/identities/find")] HttpRequest request, CancellationToken cancellation) =>
        About(request, async given => await identities.Find(given.Institution!, given.Source!, given.Reference, cancellation) is { } learner
            ? Api.Json(new { learner = learner.Id, learner.StudentNumber })
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noIdentity"), cancellation);

    /// <summary>Forgets a name; of kind <c>studentNumber</c>: all names that lead to the student. 200 with their number.</summary>
    [Function("ApiIdentityForget")]
    public Task<IResult> Forget([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/identities")] HttpRequest request, CancellationToken cancellation) =>
        About(request, async given => await identities.Forget(given.Institution!, given.Source!, given.Reference, cancellation) is > 0 and var forgotten
            ? Api.Json(new { forgotten })
            : Api.Problem(request, StatusCodes.Status404NotFound, "api.noIdentity"), cancellation);

    private Task<IResult> About(HttpRequest request, Func<Identity, Task<IResult>> act, CancellationToken cancellation) => api.Answer(request, async () =>
    {
        if (await Api.Read<Identity>(request, cancellation) is not { Institution: not null, Source: not null, Kind: not null, Value.Length: > 0 } given)
            return Api.Problem(request, StatusCodes.Status400BadRequest, "api.unreadable", Example);
        return Nowhere(request, given.Institution, given.Source) ?? await act(given);
    });

    private IResult? Nowhere(HttpRequest request, string institution, string source) =>
        institutions.Find(institution, out var found) != InstitutionState.InForce ? Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution)
        : !found!.Sources.ContainsKey(source) ? Api.Problem(request, StatusCodes.Status404NotFound, "api.noSource", institution, source)
        : null;

    /// <summary>The body of a request.</summary>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Kind">How the source names the learner.</param>
    /// <param name="Value">The name itself.</param>
    /// <param name="StudentNumber">The student number.</param>
    public sealed record Identity(string? Institution, string? Source, LearnerReferenceKind? Kind, string? Value, string? StudentNumber)
    {
        internal LearnerReference Reference => new(Kind!.Value, Value!);
    }

    /// <summary>A part of a table of identities.</summary>
    /// <param name="Institution">The tenant.</param>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Lines">The lines.</param>
    /// <param name="Last">Whether no more follow.</param>
    public sealed record Table(string? Institution, string? Source, IReadOnlyList<TableLine>? Lines, bool Last);

    /// <summary>A line of a table of identities.</summary>
    /// <param name="Line">Its number in the file.</param>
    /// <param name="StudentNumber">The student number.</param>
    /// <param name="LmsId">The LMS's own id.</param>
    /// <param name="Login">The login.</param>
    /// <param name="Email">The e-mail address.</param>
    public sealed record TableLine(int Line, string? StudentNumber, string? LmsId, string? Login, string? Email)
    {
        internal bool IsWhole => StudentNumber is { Length: > 0 } && References().Count > 0;

        internal IdentityLine ToCore() => new(Line, StudentNumber!, References());

        private List<LearnerReference> References() =>
            [.. new[] { (LearnerReferenceKind.LmsId, LmsId), (LearnerReferenceKind.Login, Login), (LearnerReferenceKind.Email, Email) }
                .Where(name => name.Item2 is { Length: > 0 }).Select(name => new LearnerReference(name.Item1, name.Item2!))];
    }
}
