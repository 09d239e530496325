namespace IntegrationHub.EndToEnd.Catalogue;

/// <summary>Validates YAML files with ajv, which implements JSON Schema completely.</summary>
internal static class Ajv
{
    private static readonly NodeScript Script = new("Catalogue", "validate.mjs", "ajv", "ajv");

    /// <summary>For each file <c>valid</c> or what is wrong with it.</summary>
    public static Task<IReadOnlyList<string>> Validate(IEnumerable<(string Schema, string File)> files, CancellationToken cancellation) =>
        Script.Ask(files.Select(pair => $"{pair.Schema}\t{pair.File}"), cancellation);
}
