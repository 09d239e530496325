using IntegrationHub.Api;
using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Texts;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions.Api;

/// <summary>The registrar brings a learner's credential from another institution, over HTTP.</summary>
public sealed class RecognitionApiFunctions(
    ApiHandler api,
    IInstitutions institutions,
    RecognitionCommands desk,
    OutsideCredentials outside)
{
    private const string Example = """{"studentNumber": "900100005", "email": null, "file": "eyJAY29udGV4dCI6…"}""";

    /// <inheritdoc cref="ICredentialsApi.Recognise"/>
    [Function("ApiRecognition")]
    public Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/recognitions/{institution}")] HttpRequest request,
        string institution,
        CancellationToken cancellation) => api.Answer(request, async () =>
        {
            if (institutions.Find(institution, out var found) != InstitutionState.InForce)
                return ApiAnswers.NotFound(request, "api.noInstitution", institution);
            var asked = await ApiHandler.Read<RecognitionRequest>(request, cancellation);
            if (asked
                is not { StudentNumber: { Length: > 0 } number, File: { Length: > 0 and <= UploadedCredential.LargestFile } file } wish)
                return ApiAnswers.BadRequest(request, "api.recognition.unreadable", Example, UploadedCredential.LargestFile / 1024 / 1024);
            try
            {
                if (await desk.Student(found!, number, cancellation) is not { } learner)
                    return ApiAnswers.Unprocessable(request, "api.noStudent");
                return Answer(request, found!, await outside.BringFor(found!, learner, file, wish.Email, cancellation));
            }
            catch (OutsideException failure)
            {
                return ApiAnswers.SisSilent(request, failure);
            }
        });

    private static IResult Answer(HttpRequest request, Institution institution, Recognised recognised)
    {
        if (recognised is { Verdict: RecognitionVerdict.Counts, As: { } entry })
        {
            var answer = new RecognitionResponse(entry.Name, entry.Title.ToApi(), [.. recognised.For!.Select(one => one.Code)]);
            return ApiAnswers.Json(answer, StatusCodes.Status202Accepted);
        }

        var (language, facts) = (ApiAnswers.Language(request), recognised.Report.Facts);
        var text = $"recognition.{recognised.Verdict}{(recognised.Verdict == RecognitionVerdict.NamesSomebodyElse ? ".vouched" : "")}";
        var why = Why(recognised.Report, language);
        return ApiAnswers.Unprocessable(request, text, institution.Name, facts?.IssuerId, facts?.AchievementId, why);
    }

    /// <summary>The verdict, and what the checks that did not pass say.</summary>
    private static string Why(VerificationReport report, string language) =>
        string.Join(
            ' ',
            report
                .Checks.Where(check =>
                    check.Outcome is CheckOutcome.Failed or CheckOutcome.Unknown && check.Reason != VerificationReason.None)
                .Select(check => ApiTexts.In(language, $"reason.{check.Reason}"))
                .Prepend(ApiTexts.In(language, $"verdict.{report.Verdict}.text"))
                .Distinct());
}
