namespace IntegrationHub.Sandbox.Teams;

internal static class WorkflowErrors
{
    public static IResult Answer(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
