using IntegrationHub.Api;
using IntegrationHub.Core.Failures;
using IntegrationHub.Functions.Texts;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Http;

/// <summary>What programs are answered: JSON, or a problem (RFC 9457) in their language.</summary>
public static class ApiAnswers
{
    /// <summary>A JSON answer: a type of the contract.</summary>
    public static IResult Json<T>(T content, int status = StatusCodes.Status200OK) =>
        Results.Json(content, HubJson.Options, statusCode: status);

    /// <summary>What is wrong, in the caller's language.</summary>
    public static IResult Problem(HttpRequest request, int status, string text, params object?[] arguments) =>
        Results.Problem(ApiTexts.In(Language(request), text, arguments), statusCode: status);

    /// <summary>400: what was sent cannot be taken.</summary>
    public static IResult BadRequest(HttpRequest request, string text, params object?[] arguments) =>
        Problem(request, StatusCodes.Status400BadRequest, text, arguments);

    /// <summary>404: there is no such thing.</summary>
    public static IResult NotFound(HttpRequest request, string text, params object?[] arguments) =>
        Problem(request, StatusCodes.Status404NotFound, text, arguments);

    /// <summary>422: it was understood, and does not hold.</summary>
    public static IResult Unprocessable(HttpRequest request, string text, params object?[] arguments) =>
        Problem(request, StatusCodes.Status422UnprocessableEntity, text, arguments);

    /// <summary>503: the SIS does not answer.</summary>
    public static IResult SisSilent(HttpRequest request, OutsideException failure) =>
        Problem(request, StatusCodes.Status503ServiceUnavailable, "api.sisSilent", failure.Message);

    /// <summary>The language that the caller asks for; English where it does not say.</summary>
    public static string Language(HttpRequest request) => request.Headers.AcceptLanguage.ToString() is { Length: > 0 } asked ? asked : "en";
}
