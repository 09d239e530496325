using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Infra;

/// <summary>Compiles and lints the Bicep files of a clone.</summary>
internal sealed partial class BicepFiles(Workspace workspace, BicepCompiler compiler)
{
    // Any will do: nothing is asked of Azure.
    private const string SomeSubscription = "00000000-0000-0000-0000-000000000001";
    private const string SomeTenant = "00000000-0000-0000-0000-000000000002";
    private const string SomeLocation = "canadacentral";

    /// <summary>What the compiler and its linter find, warnings included, in every file.</summary>
    public async Task<IReadOnlyList<InfraFault>> Lint(CancellationToken cancellation)
    {
        var (code, output) = await compiler.Run(workspace.Infrastructure, cancellation, "lint", "--pattern", "**/*.bicep");
        return Faults("infra", code, output);
    }

    /// <summary>The parameter files.</summary>
    public IEnumerable<string> Parameters =>
        Directory
            .EnumerateFiles(workspace.Infrastructure, "*.bicepparam")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal);

    /// <summary>Compiles with one parameter file and carries out all that can be known without Azure.</summary>
    /// <returns>What would be deployed; null where it does not compile.</returns>
    public async Task<(Deployment? Deployment, IReadOnlyList<InfraFault> Faults)> Deploy(string parameters, CancellationToken cancellation)
    {
        var result = Path.Combine(workspace.Infrastructure, Path.ChangeExtension(parameters, ".snapshot.json"));
        try
        {
            var (code, output) = await compiler.Run(
                workspace.Infrastructure,
                cancellation,
                "snapshot",
                parameters,
                "--mode",
                "overwrite",
                "--subscription-id",
                SomeSubscription,
                "--tenant-id",
                SomeTenant,
                "--location",
                SomeLocation);
            var faults = Faults($"infra/{parameters}", code, output);
            return (code == 0 ? Deployment.Read($"infra/{parameters}", await File.ReadAllTextAsync(result, cancellation)) : null, faults);
        }
        finally
        {
            File.Delete(result);
        }
    }

    private List<InfraFault> Faults(string file, int code, string output)
    {
        List<InfraFault> faults =
        [
            .. Diagnostic()
                .Matches(output)
                .Select(found => new InfraFault(
                    $"{Path.GetRelativePath(workspace.Root, found.Groups["file"].Value).Replace('\\', '/')}:{found.Groups["line"].Value}",
                    found.Groups["text"].Value.Trim(),
                    Texts.Get("infra.seeRule", found.Groups["rule"].Value))),
        ];
        if (code != 0 && faults.Count == 0)
            faults.Add(new(file, output.Trim(), Texts.Get("infra.mend")));
        return faults;
    }

    [GeneratedRegex(@"^(?<file>.+)\((?<line>\d+),\d+\) : (?:Warning|Error|Info) (?<rule>[\w-]+): (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();
}
