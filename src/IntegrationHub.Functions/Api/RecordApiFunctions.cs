using System.Globalization;
using IntegrationHub.Api;
using IntegrationHub.Connectors.Sis.BatchFile;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Transcripts;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>The registrar's batch files over HTTP.</summary>
public sealed class RecordApiFunctions(ApiHandler api, BatchFileCommands desk, IInstitutions institutions)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <inheritdoc cref="IRecordsApi.Records"/>
    [Function("ApiRecords")]
    public Task<IResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/records/{institution}")] HttpRequest request,
        string institution,
        CancellationToken cancellation) =>
        api.Answer(request, async () =>
            IsInForce(institution)
                ? ApiAnswers.Json((await desk.All(institution, cancellation)).Select(ToApi))
                : NoInstitution(request, institution));

    /// <inheritdoc cref="IRecordsApi.RecordFile"/>
    [Function("ApiRecordFile")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/records/{institution}/{day}")] HttpRequest request,
        string institution,
        string day,
        CancellationToken cancellation) =>
        About(request, institution, day, async file =>
            await desk.Export(institution, file, cancellation) is { Count: > 0 } lines
                ? Results.File(RecordFileWriter.Write(lines), "text/csv; charset=utf-8", $"{institution}-{day}.csv")
                : Refuse(request, institution, day, new(LoadVerdict.NoFile, 0)));

    /// <inheritdoc cref="IRecordsApi.RecordsLoaded"/>
    [Function("ApiRecordLoaded")]
    public Task<IResult> Loaded(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{institution}/{day}/loaded")] HttpRequest request,
        string institution,
        string day,
        CancellationToken cancellation) => About(request, institution, day, async file =>
        {
            var asked = await ApiHandler.Read<RecordsLoadedRequest>(request, cancellation);
            var loaded = await desk.Load(institution, file, asked?.Lines, cancellation);
            return loaded.Verdict == LoadVerdict.Loaded
                ? ApiAnswers.Json(new RecordsLoadedResponse(day, loaded.Lines))
                : Refuse(request, institution, day, loaded);
        });

    private Task<IResult> About(HttpRequest request, string institution, string day, Func<DateOnly, Task<IResult>> answer) =>
        api.Answer(request, async () =>
        {
            if (!IsInForce(institution))
                return NoInstitution(request, institution);
            return DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var file)
                ? await answer(file)
                : ApiAnswers.BadRequest(request, "api.record.noDay", day);
        });

    private static RecordFileResponse ToApi(RecordFile file) =>
        new(file.Day.ToString(DayFormat, CultureInfo.InvariantCulture), file.Lines, file.Loaded);

    private bool IsInForce(string institution) => institutions.Find(institution, out _) == InstitutionState.InForce;

    private static IResult NoInstitution(HttpRequest request, string institution) =>
        ApiAnswers.NotFound(request, "api.noInstitution", institution);

    private static IResult Refuse(HttpRequest request, string institution, string day, LoadedRecords loaded) =>
        ApiAnswers.Problem(
            request,
            loaded.Verdict == LoadVerdict.NoFile ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict,
            $"api.record.{loaded.Verdict}",
            institution,
            day,
            loaded.Lines,
            """{"lines": 12}""");
}
