namespace IntegrationHub.Testing.Storage;

/// <summary>Messages as releases wrote them.</summary>
internal static class GoldenMessages
{
    /// <summary>The folder of the golden files.</summary>
    public static string Folder { get; } = Repository.Path("tests", "IntegrationHub.Tests", "Storage", "Golden");

    /// <summary>A message of every kind in each version in which messages were written.</summary>
    public static IEnumerable<string> All => Of(version: 1).Concat(Of(version: 2));

    /// <summary>A message of every kind in one version.</summary>
    public static IEnumerable<string> Of(int version) => File.ReadLines(Path.Combine(Folder, $"{version}", "messages.jsonl"));
}
