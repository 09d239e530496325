namespace IntegrationHub.Sandbox.Campus;

internal static class CampusEndpoints
{
    public static void MapCampus(this WebApplication app) => app.MapGet("/campus", (CampusData campus) => campus);
}
