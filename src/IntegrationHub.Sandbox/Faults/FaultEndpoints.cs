namespace IntegrationHub.Sandbox.Faults;

internal static class FaultEndpoints
{
    public static IServiceCollection AddFaults(this IServiceCollection services) => services.AddSingleton<FaultBook>();

    public static void MapFaults(this WebApplication app)
    {
        app.MapGet("/faults", (FaultBook book) => book.Read());
        app.MapPost("/faults", (FaultRule rule, FaultBook book) => rule.Fault() is { } fault
            ? Results.BadRequest(new { error = fault })
            : Results.Json(book.Add(rule), statusCode: StatusCodes.Status201Created));
        app.MapDelete("/faults/{id}", (string id, FaultBook book) => book.Remove(id) ? Results.NoContent() : Results.NotFound());
        app.MapDelete("/faults", (string? system, FaultBook book) => book.Clear(system));
    }
}
