using System.Globalization;
using IntegrationHub.Connectors.Sis.BatchFile;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Transcripts;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>The registrar's batch files over HTTP.</summary>
public sealed class RecordApiFunctions(Api api, BatchFileCommands commands, IInstitutions institutions)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The files of an institution, the newest first: day, lines, when loaded.</summary>
    [Function("ApiRecords")]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{institution}")] HttpRequest request, string institution, CancellationToken cancellation) =>
        api.Answer(request, async () => IsInForce(institution)
            ? Api.Json((await commands.All(institution, cancellation)).Select(file => new FileJson(file.Day.ToString(DayFormat, CultureInfo.InvariantCulture), file.Lines, file.Loaded)))
            : NoInstitution(request, institution));

    /// <summary>The file of a day (<c>2026-11-24</c>) as CSV; 404 where there is none.</summary>
    [Function("ApiRecordFile")]
    public Task<IResult> One(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/records/{institution}/{day}")] HttpRequest request,
        string institution,
        string day,
        CancellationToken cancellation) =>
        About(request, institution, day, async file => await commands.Export(institution, file, cancellation) is { Count: > 0 } lines
            ? Results.File(RecordFileWriter.Write(lines), "text/csv; charset=utf-8", $"{institution}-{day}.csv")
            : Refuse(request, institution, day, new(LoadVerdict.NoFile, 0)));

    /// <summary>Notes that the file of a day was loaded. Body: <c>{"lines": 12}</c>, not needed once the day is over.</summary>
    [Function("ApiRecordLoaded")]
    public Task<IResult> Loaded(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/records/{institution}/{day}/loaded")] HttpRequest request,
        string institution,
        string day,
        CancellationToken cancellation) =>
        About(request, institution, day, async file =>
        {
            var loaded = await commands.Load(institution, file, (await Api.Read<Wish>(request, cancellation))?.Lines, cancellation);
            return loaded.Verdict == LoadVerdict.Loaded ? Api.Json(new { day, lines = loaded.Lines }) : Refuse(request, institution, day, loaded);
        });

    private Task<IResult> About(HttpRequest request, string institution, string day, Func<DateOnly, Task<IResult>> answer) => api.Answer(request, async () =>
    {
        if (!IsInForce(institution))
            return NoInstitution(request, institution);
        return DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var file)
            ? await answer(file)
            : Api.Problem(request, StatusCodes.Status400BadRequest, "api.record.noDay", day);
    });

    private bool IsInForce(string institution) => institutions.Find(institution, out _) == InstitutionState.InForce;

    private static IResult NoInstitution(HttpRequest request, string institution) =>
        Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution);

    private static IResult Refuse(HttpRequest request, string institution, string day, LoadedRecords loaded) => Api.Problem(
        request,
        loaded.Verdict == LoadVerdict.NoFile ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict,
        $"api.record.{loaded.Verdict}",
        institution,
        day,
        loaded.Lines,
        """{"lines": 12}""");

    /// <summary>A file as the API gives it.</summary>
    /// <param name="Day">Its day, as 2026-11-24.</param>
    /// <param name="Lines">How many lines it holds.</param>
    /// <param name="Loaded">When the registrar said that it is loaded, UTC; null before.</param>
    public sealed record FileJson(string Day, int Lines, DateTimeOffset? Loaded);

    /// <summary>The body of a request.</summary>
    /// <param name="Lines">How many lines were loaded.</param>
    public sealed record Wish(int? Lines);
}
