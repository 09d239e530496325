using System.Text.RegularExpressions;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>The sandbox institution without the pace that vendors ask for, so that the hub's own speed shows.</summary>
internal static partial class FastInstitution
{
    public static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(target, Path.GetFileName(file) == "institution.yaml" ? Fast(text) : text);
        }
    }

    private static string Fast(string yaml)
    {
        var connections = yaml.IndexOf("\nconnections:", StringComparison.Ordinal);
        return yaml[..connections] + Kind().Replace(Pace().Replace(yaml[connections..], ""), "$0\n    rate: 1000\n    confirmEvery: 1 s");
    }

    [GeneratedRegex(@"\n    (rate|confirmEvery):.*")]
    private static partial Regex Pace();

    [GeneratedRegex(@"\n    kind: .*")]
    private static partial Regex Kind();
}
