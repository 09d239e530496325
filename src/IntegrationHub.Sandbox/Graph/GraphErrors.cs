using System.Globalization;

namespace IntegrationHub.Sandbox.Graph;

internal static class GraphErrors
{
    public static IResult Answer(int status, string code, string message) =>
        Results.Json(
            new
            {
                error = new Dictionary<string, object>
                {
                    ["code"] = code,
                    ["message"] = message,
                    ["innerError"] = new Dictionary<string, string>
                    {
                        ["request-id"] = Guid.NewGuid().ToString(),
                        ["client-request-id"] = Guid.NewGuid().ToString(),
                    },
                },
            },
            statusCode: status);


    public static IResult BadRequest(string code, string message) => Answer(StatusCodes.Status400BadRequest, code, message);
}

internal static class EntraErrors
{
    public static IResult Answer(int status, string error, int code, string description) => Results.Json(
        new
        {
            error,
            error_description = $"AADSTS{code.ToString(CultureInfo.InvariantCulture)}: {description}",
            error_codes = new[] { code },
            trace_id = Guid.NewGuid(),
            correlation_id = Guid.NewGuid(),
        }, statusCode: status);
}
