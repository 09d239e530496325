using IntegrationHub.Connectors.Badges.Recognition;
using IntegrationHub.Core.Awarding;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Texts;
using IntegrationHub.OpenBadges.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace IntegrationHub.Functions;

/// <summary>The registrar brings a learner's credential of another house, over HTTP.</summary>
public sealed class RecognitionApiFunctions(Api api, IInstitutions institutions, RecognitionCommands commands, OutsideCredentials outside)
{
    private const string Example = """{"studentNumber": "900100005", "email": null, "file": "eyJAY29udGV4dCI6…"}""";

    /// <summary>Verifies and recognises it; 202 with what it counts as and for, 422 with why not. Body: see <see cref="Wish"/>.</summary>
    [Function("ApiRecognition")]
    public Task<IResult> Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/recognitions/{institution}")] HttpRequest request, string institution, CancellationToken cancellation) =>
        api.Answer(request, async () =>
        {
            if (institutions.Find(institution, out var found) != InstitutionState.InForce)
                return Api.Problem(request, StatusCodes.Status404NotFound, "api.noInstitution", institution);
            if (await Api.Read<Wish>(request, cancellation) is not { StudentNumber: { Length: > 0 } number, File: { Length: > 0 and <= UploadedCredential.LargestFile } file } wish)
                return Api.Problem(request, StatusCodes.Status400BadRequest, "api.recognition.unreadable", Example, UploadedCredential.LargestFile / 1024 / 1024);
            try
            {
                if (await commands.Student(found!, number, cancellation) is not { } learner)
                    return Api.Problem(request, StatusCodes.Status422UnprocessableEntity, "api.noStudent");
                return Answer(request, found!, await outside.BringFor(found!, learner, file, wish.Email, cancellation));
            }
            catch (OutsideException failure)
            {
                return Api.Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);
            }
        });

    private static IResult Answer(HttpRequest request, Institution institution, Recognised recognised)
    {
        if (recognised is { Verdict: RecognitionVerdict.Counts, As: { } entry })
            return Api.Json(new { entry.Name, entry.Title, For = recognised.For!.Select(one => one.Code) }, StatusCodes.Status202Accepted);
        var (language, facts) = (Api.Language(request), recognised.Report.Facts);
        var text = $"recognition.{recognised.Verdict}{(recognised.Verdict == RecognitionVerdict.NamesSomebodyElse ? ".vouched" : "")}";
        return Api.Problem(request, StatusCodes.Status422UnprocessableEntity, text, institution.Name, facts?.IssuerId, facts?.AchievementId, Why(recognised.Report, language));
    }

    /// <summary>The verdict, and what the checks that did not pass say.</summary>
    private static string Why(VerificationReport report, string language) => string.Join(
        ' ',
        report.Checks.Where(check => check.Outcome is CheckOutcome.Failed or CheckOutcome.Unknown
            && check.Reason != VerificationReason.None)
            .Select(check => Text.In(language, $"reason.{check.Reason}"))
            .Prepend(Text.In(language, $"verdict.{report.Verdict}.text"))
            .Distinct());

    /// <summary>The body of a request.</summary>
    /// <param name="StudentNumber">Whose it is, on the registrar's word.</param>
    /// <param name="Email">The e-mail address under which the other house knows the person; the SIS's where not given. Not kept.</param>
    /// <param name="File">The file, in base64.</param>
    public sealed record Wish(string? StudentNumber, string? Email, byte[]? File);
}
