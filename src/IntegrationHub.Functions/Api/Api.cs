using System.Text.Json;
using System.Text.Json.Serialization;
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

    /// <summary>Answers a request of somebody who holds the key, else 401.</summary>
    public async Task<IResult> Answer(HttpRequest request, Func<Task<IResult>> answer)
    {
        if (adminKey.Admits(request))
            return await answer();
        request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("Send the admin key as bearer token: ./hub up prints where it is kept.", statusCode: StatusCodes.Status401Unauthorized);
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

    /// <summary>The answer to a body that cannot be read.</summary>
    public static IResult Unreadable(string expected) => Results.Problem($"The body must be JSON such as {expected}", statusCode: StatusCodes.Status400BadRequest);
}
