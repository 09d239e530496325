namespace IntegrationHub.Sandbox.Ethos;

internal static class EthosErrors
{
    public static IResult Answer(int status, string code, string message, string? description = null) =>
        Results.Json(new { errors = new[] { new { code, description = description ?? message, message } } }, statusCode: status);

    public static IResult Unauthorized() =>
        Answer(StatusCodes.Status401Unauthorized, "Unauthorized", "Authentication token is missing, invalid or expired.");

    public static IResult Invalid(string message) =>
        Answer(StatusCodes.Status400BadRequest, "Validation.Exception", message, "The request is not valid.");

    public static IResult NotFound(string resource, string id) =>
        Answer(StatusCodes.Status404NotFound, "GUID.Not.Found", $"No {resource} was found for GUID '{id}'.");
}
