using IntegrationHub.Core.Intake;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Hooks;

/// <summary>Answers to deliveries that are not taken, with the headers that tell a sender what to do.</summary>
internal static class Refusals
{
    /// <summary>The challenge for a user and a password.</summary>
    public const string Basic = "Basic realm=\"hook\", charset=\"UTF-8\"";

    private const string Bearer = "Bearer realm=\"hook\"";

    /// <summary>More than the source may send in a minute: 429 with Retry-After (RFC 6585, 4).</summary>
    public static IResult TooMany(HttpRequest request, TimeSpan wait) =>
        RetryLater.Answer(request, StatusCodes.Status429TooManyRequests, wait);

    /// <summary>401 with the challenge of the source's scheme where it has one (RFC 9110, 11.6.1), and no word of what is wrong.</summary>
    public static IResult Unproven(HttpRequest request, IntakeAnswer answer)
    {
        request.HttpContext.Response.Headers.WWWAuthenticate = answer.Scheme switch
        {
            AuthenticationSchemes.Basic => Basic,
            // Tells a sender whose token has ended to ask for a new one (RFC 6750, 3.1).
            AuthenticationSchemes.ClientCredentials when answer.Admission != Admission.Missing => Bearer + ", error=\"invalid_token\"",
            AuthenticationSchemes.Bearer or AuthenticationSchemes.ClientCredentials => Bearer,
            _ => default,
        };
        return Results.Unauthorized();
    }

    /// <summary>409: an id that is taken (xAPI 1.0.3, Communication 2.1.1).</summary>
    public static IResult Conflict() =>
        Results.Problem("Something else came before under the same id.", statusCode: StatusCodes.Status409Conflict);

    /// <summary>413: more bytes than the hub takes.</summary>
    public static IResult TooLarge(HttpRequest request, int most) =>
        ApiAnswers.Problem(request, StatusCodes.Status413PayloadTooLarge, "hook.tooLarge", most);

    /// <summary>400 instead, for statements: logstore_xapi halves a batch on 400 alone, and on whatever else keeps it back.</summary>
    public static IResult TooManyStatements(HttpRequest request, int most) =>
        ApiAnswers.BadRequest(request, "hook.tooManyStatements", most);

    /// <summary>What the protocol answers to what cannot be read.</summary>
    public static IResult Unreadable(HttpRequest request, Reading reading)
    {
        if (reading.FaultStatus == StatusCodes.Status415UnsupportedMediaType)
            request.HttpContext.Response.Headers.AcceptEncoding = "gzip";
        return Results.Problem(reading.Fault, statusCode: reading.FaultStatus);
    }
}
