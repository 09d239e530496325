using System.Text.Json;
using IntegrationHub.Api;
using IntegrationHub.Core.Failures;
using IntegrationHub.Core.Texts;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>What every API function does: admit, then answer as JSON.</summary>
public sealed class ApiHandler(AdminKey adminKey)
{
    /// <summary>
    /// Answers a request that bears the key as its token, else 401: a cookie comes along with what another site makes a browser send.
    /// </summary>
    public async Task<IResult> Answer(HttpRequest request, Func<Task<IResult>> answer)
    {
        if (adminKey.Admits(request))
            return await SilentStorage.OrProblem(request, answer);
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(request, StatusCodes.Status401Unauthorized, "api.noKey");
    }

    /// <summary>Carries out a person's act that needs nothing but its address.</summary>
    public Task<IResult> Act(HttpRequest request, Func<Task<ActOutcome>> act) => Answer(request, async () => (await act()).InApi(request));

    /// <summary>Carries out a person's act; its body is null where there is none that can be read.</summary>
    public Task<IResult> Act<T>(HttpRequest request, Func<T?, Task<ActOutcome>> act, CancellationToken cancellation)
        where T : class => Act(request, async () => await act(request.ContentLength == 0 ? null : await Read<T>(request, cancellation)));

    /// <summary>A JSON answer: a type of the contract.</summary>
    public static IResult Json<T>(T content, int status = StatusCodes.Status200OK) =>
        Results.Json(content, HubJson.Options, statusCode: status);

    /// <summary>Reads a JSON body; null where it is none.</summary>
    public static async Task<T?> Read<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, HubJson.Options, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is wrong, in the caller's language.</summary>
    public static IResult Problem(HttpRequest request, int status, string text, params object?[] arguments) =>
        Results.Problem(Text.In(Language(request), text, arguments), statusCode: status);

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
