namespace IntegrationHub.Testing;

/// <summary>Files of the repository that the tests hold to each other.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Above(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "IntegrationHub.sln")) ? folder : Above(Directory.GetParent(folder)!.FullName);
}
