using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;

namespace IntegrationHub.Sandbox.Canvas;

/// <summary>Canvas's REST API, as an administrator's access token sees it.</summary>
internal static class CanvasApi
{
    public static void MapCanvasApi(this WebApplication app)
    {
        var api = app.MapGroup("/canvas/api/v1").AddEndpointFilter(async (context, next) =>
            IsAuthorised(context.HttpContext) ? await next(context) : Refusal(StatusCodes.Status401Unauthorized, "Invalid access token."));
        api.MapGet("/users/{id}", User);
    }

    public static IResult NotFound() => Refusal(StatusCodes.Status404NotFound, "The specified resource does not exist.");

    private static IResult User(string id, CampusData campus) =>
        long.TryParse(id, out var number) && campus.Learners.FirstOrDefault(learner => learner.CanvasId == number || campus.Canvas.Shard + learner.CanvasId == number) is { } found
            ? Results.Json(Show(found))
            : NotFound();

    public static object Show(Learner learner) => new
    {
        id = learner.CanvasId,
        name = learner.Name,
        sortable_name = $"{learner.Family}, {learner.Given}",
        sis_user_id = learner.StudentNumber,
        login_id = learner.Login,
        email = learner.Email,
    };

    private static bool IsAuthorised(HttpContext context) =>
        context.RequestServices.GetRequiredService<SandboxOptions>().Canvas.Token is { Length: > 0 } token
        && SafeEquals.Same(context.Request.Headers.Authorization, $"Bearer {token}");

    private static IResult Refusal(int status, string message) => Results.Json(new { errors = new[] { new { message } } }, statusCode: status);
}
