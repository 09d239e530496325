namespace IntegrationHub.EndToEnd.Azurite;

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "IntegrationHub.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
