using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Bench;

/// <summary>What came of the mutants of each file; those that do not compile, or that Stryker leaves out, do not count.</summary>
/// <param name="Files">The files that were mutated, each with its folder.</param>
/// <param name="Survivors">Mutants that no test noticed: file, line, what was changed into what.</param>
internal sealed record MutationScore(IReadOnlyList<Mutated> Files, IReadOnlyList<string> Survivors)
{
    /// <summary>Least percentage of noticed mutants.</summary>
    public const double Goal = 85;

    public double Percent => All("").Percent;

    /// <summary>The same added up by folder.</summary>
    public IReadOnlyList<Mutated> Folders =>
        [
            .. Files
                .GroupBy(file => Path.GetDirectoryName(file.Name)!, StringComparer.Ordinal)
                .Select(folder => Mutated.Sum(folder.Key, folder)),
        ];

    /// <summary>All of it.</summary>
    public Mutated All(string name) => Mutated.Sum(name, Files);

    /// <summary>Reads Stryker's report (mutation-testing-report-schema).</summary>
    public static MutationScore Read(string json)
    {
        var (files, survivors) = (new List<Mutated>(), new List<string>());
        foreach (var (path, content) in JsonNode.Parse(json)!["files"]!.AsObject().OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
            var mutants = content!["mutants"]!.AsArray().ToLookup(mutant => mutant!["status"]!.GetValue<string>());
            var file = new Mutated(
                name,
                mutants["Killed"].Count(),
                mutants["Timeout"].Count(),
                mutants["Survived"].Count(),
                mutants["NoCoverage"].Count());
            if (file.Noticed + file.Missed > 0)
                files.Add(file);
            survivors.AddRange(mutants["Survived"].Concat(mutants["NoCoverage"]).Select(mutant => Told(name, mutant!)));
        }

        return new(files, survivors);
    }

    private static string Told(string file, JsonNode mutant) =>
        $"{file}:{mutant["location"]!["start"]!["line"]} {mutant["mutatorName"]} → "
            + $"{mutant["replacement"]?.GetValue<string>().ReplaceLineEndings(" ")}";
}

/// <summary>The mutants of a file or folder.</summary>
/// <param name="Name">The file or folder.</param>
/// <param name="Killed">Noticed by a test.</param>
/// <param name="TimedOut">Running without end, which is noticed too; on a busy machine some are only slow.</param>
/// <param name="Survived">Noticed by none.</param>
/// <param name="Untested">In code that no test reaches.</param>
internal sealed record Mutated(string Name, int Killed, int TimedOut, int Survived, int Untested)
{
    public int Noticed => Killed + TimedOut;

    public int Missed => Survived + Untested;

    public double Percent => Noticed + Missed == 0 ? 0 : 100.0 * Noticed / (Noticed + Missed);

    public static Mutated Sum(string name, IEnumerable<Mutated> parts) =>
        parts.Aggregate(new Mutated(name, 0, 0, 0, 0), (sum, part) =>
            new(name, sum.Killed + part.Killed, sum.TimedOut + part.TimedOut, sum.Survived + part.Survived, sum.Untested + part.Untested));
}
