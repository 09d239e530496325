using System.Text.Json.Nodes;

namespace IntegrationHub.Cli.Bench;

/// <summary>What came of the mutants of each file; those that do not compile, or that Stryker leaves out, do not count.</summary>
/// <param name="Files">The files that were mutated.</param>
/// <param name="Survivors">Mutants that no test noticed: file, line, what was changed into what.</param>
internal sealed record MutationScore(IReadOnlyList<MutatedFile> Files, IReadOnlyList<string> Survivors)
{
    /// <summary>Least percentage of noticed mutants.</summary>
    public const double Goal = 85;

    public int Killed => Files.Sum(file => file.Killed);

    public int Survived => Files.Sum(file => file.Survived);

    public int Untested => Files.Sum(file => file.Untested);

    public double Percent => MutatedFile.PercentOf(Killed, Survived + Untested);

    /// <summary>Reads Stryker's report (mutation-testing-report-schema).</summary>
    public static MutationScore Read(string json)
    {
        var (files, survivors) = (new List<MutatedFile>(), new List<string>());
        foreach (var (path, content) in JsonNode.Parse(json)!["files"]!.AsObject())
        {
            var name = Path.GetFileName(path);
            var mutants = content!["mutants"]!.AsArray().Select(mutant => (Status: mutant!["status"]!.GetValue<string>(), Mutant: mutant)).ToList();
            var file = new MutatedFile(
                name,
                mutants.Count(mutant => mutant.Status is "Killed" or "Timeout"),
                mutants.Count(mutant => mutant.Status == "Survived"),
                mutants.Count(mutant => mutant.Status == "NoCoverage"));
            if (file.Killed + file.Survived + file.Untested > 0)
                files.Add(file);
            survivors.AddRange(mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage").Select(mutant =>
                $"{name}:{mutant.Mutant["location"]!["start"]!["line"]} {mutant.Mutant["mutatorName"]} → {mutant.Mutant["replacement"]?.GetValue<string>().ReplaceLineEndings(" ")}"));
        }

        return new([.. files.OrderBy(file => file.Name, StringComparer.Ordinal)], survivors);
    }
}

/// <summary>The mutants of a file.</summary>
/// <param name="Name">The file.</param>
/// <param name="Killed">Noticed by a test; or one ran without end.</param>
/// <param name="Survived">Noticed by none.</param>
/// <param name="Untested">In code that no test reaches.</param>
internal sealed record MutatedFile(string Name, int Killed, int Survived, int Untested)
{
    public double Percent => PercentOf(Killed, Survived + Untested);

    public static double PercentOf(int noticed, int missed) => noticed + missed == 0 ? 0 : 100.0 * noticed / (noticed + missed);
}
