using System.Text.Json.Nodes;

namespace IntegrationHub.Sandbox.Badgr;

/// <summary>The v2 envelope: <c>{status:{success,description},result:[…]}</c>, with errors beside it when there are any.</summary>
internal static class BadgrAnswers
{
    public static IResult Success(IEnumerable<JsonObject> result, int status = StatusCodes.Status200OK) => Results.Json(
        new { status = new { success = true, description = "ok" }, result }, statusCode: status);

    public static IResult Failure(int status, string description) =>
        Results.Json(
            new
            {
                status = new { success = false, description },
                fieldErrors = new { },
                validationErrors = Array.Empty<string>(),
                result = Array.Empty<object>(),
            },
            statusCode: status);


    public static IResult InvalidField(string field, string error) => Results.Json(
        new
        {
            status = new { success = false, description = "bad request" },
            fieldErrors = new Dictionary<string, string[]> { [field] = [error] },
            validationErrors = Array.Empty<string>(),
        }, statusCode: StatusCodes.Status400BadRequest);

    public static IResult Invalid(string error) => Results.Json(
        new
        {
            status = new { success = false, description = "bad request" },
            fieldErrors = new { },
            validationErrors = new[] { error },
        }, statusCode: StatusCodes.Status400BadRequest);

    public static IResult NotFound() => Failure(StatusCodes.Status404NotFound, "entity not found or insufficient privileges");
}
