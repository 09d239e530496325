using IntegrationHub.Sandbox.Badgr;
using IntegrationHub.Sandbox.Ethos;
using IntegrationHub.Sandbox.Graph;
using IntegrationHub.Sandbox.Teams;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Sandbox.Faults;

/// <summary>An injected failure, said as the vendor says it.</summary>
internal static class VendorErrors
{
    public static Task AnswerAsync(HttpContext context, string system, int status, string? message = null)
    {
        var reason = message ?? ReasonPhrases.GetReasonPhrase(status);
        return (
            system switch
            {
                "ethos" => EthosErrors.Answer(status, message is null ? "Global.Internal.Error" : "Validation.Exception", reason, message),
                "badgr" => BadgrAnswers.Failure(status, reason),
                "teams" => WorkflowErrors.Answer(status, reason.Replace(" ", ""), reason),
                "graph" => GraphErrors.Answer(status, status == 429 ? "TooManyRequests" : reason.Replace(" ", ""), reason),
                "moodle" => Results.Json(
                    new
                    {
                        exception = "moodle_exception",
                        errorcode = "unknown",
                        message = reason,
                    },
                    statusCode: status),
                "entra" => EntraErrors.Answer(
                    status,
                    "temporarily_unavailable",
                    90033,
                    "A transient error has occurred. Please try again."),
                _ => Results.Json(new { errors = new[] { new { message = reason } } }, statusCode: status),
            }).ExecuteAsync(context);
    }

    public static Task LieAsync(HttpContext context, string system, int inner)
    {
        if (system == "teams")
        {
            return Results
                .Text(
                    $"Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error {inner} with ContextId "
                        + "tcid=0,server=sandbox."
                )
                .ExecuteAsync(context);
        }
        return AnswerAsync(context, system, StatusCodes.Status200OK);
    }
}
