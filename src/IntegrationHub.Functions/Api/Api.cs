using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Core.Texts;
using IntegrationHub.Functions.Security;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Functions;

/// <summary>What every API function does: admit, then answer as JSON.</summary>
public sealed class Api(AdminKey adminKey)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Answers a request that bears the key as its token, else 401: a cookie comes along with what another site makes a browser send.</summary>
    public async Task<IResult> Answer(HttpRequest request, Func<Task<IResult>> answer)
    {
        if (adminKey.Admits(request))
            return await answer();
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(request, StatusCodes.Status401Unauthorized, "api.noKey");
    }

    /// <summary>A JSON answer.</summary>
    public static IResult Json<T>(T content, int status = StatusCodes.Status200OK) => Results.Json(content, Shape, statusCode: status);

    /// <summary>Reads a JSON body; null where it is none.</summary>
    public static async Task<T?> Read<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Shape, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is wrong, in the caller's language.</summary>
    public static IResult Problem(HttpRequest request, int status, string text, params object?[] arguments) =>
        Results.Problem(Text.In(Language(request), text, arguments), statusCode: status);

    /// <summary>The language that the caller asks for; English where it does not say.</summary>
    public static string Language(HttpRequest request) => request.Headers.AcceptLanguage.ToString() is { Length: > 0 } asked ? asked : "en";
}
