using System.Text.Json;
using IntegrationHub.Api;
using IntegrationHub.Functions.Acts;
using IntegrationHub.Functions.Http;
using IntegrationHub.Functions.Pages;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions.Api;

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
        return ApiAnswers.Problem(request, StatusCodes.Status401Unauthorized, "api.noKey");
    }

    /// <summary>Carries out a person's act that needs nothing but its address.</summary>
    public Task<IResult> Act(HttpRequest request, Func<Task<ActOutcome>> act) => Answer(request, async () => (await act()).InApi(request));

    /// <summary>Carries out a person's act; its body is null where there is none that can be read.</summary>
    public Task<IResult> Act<T>(HttpRequest request, Func<T?, Task<ActOutcome>> act, CancellationToken cancellation)
        where T : class => Act(request, async () => await act(request.ContentLength == 0 ? null : await Read<T>(request, cancellation)));

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
}
