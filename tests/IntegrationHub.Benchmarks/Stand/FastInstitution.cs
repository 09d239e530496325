using System.Text.RegularExpressions;
using IntegrationHub.Benchmarks.Sources;

namespace IntegrationHub.Benchmarks.Stand;

/// <summary>
/// The sandbox institution with soon confirmations, and on request without the pace that vendors ask for, so that the hub's own speed
/// shows.
/// </summary>
internal static partial class FastInstitution
{
    public static void Copy(string from, string to, bool atVendorsPace)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(target, Path.GetFileName(file) == "institution.yaml" ? OpenSource.In(Fast(text, atVendorsPace)) : text);
        }
    }

    private static string Fast(string yaml, bool atVendorsPace)
    {
        var connections = yaml.IndexOf("\nconnections:", StringComparison.Ordinal);
        var kept = Confirm().Replace(yaml[connections..], "");
        return yaml[..connections] + (atVendorsPace
            ? Kind().Replace(kept, "$0\n    confirmEvery: 1 s")
            : Kind().Replace(Rate().Replace(kept, ""), "$0\n    rate: 1000\n    confirmEvery: 1 s"));
    }

    [GeneratedRegex(@"\n    rate:.*")]
    private static partial Regex Rate();

    [GeneratedRegex(@"\n    confirmEvery:.*")]
    private static partial Regex Confirm();

    [GeneratedRegex(@"\n    kind: .*")]
    private static partial Regex Kind();
}
