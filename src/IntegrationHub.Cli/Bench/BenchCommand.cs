using System.CommandLine;
using IntegrationHub.Cli.Azurite;
using IntegrationHub.Cli.Shell;

namespace IntegrationHub.Cli.Bench;

/// <summary>Builds the benchmarks and runs them as a process of their own.</summary>
internal static class BenchCommand
{
    private const string Project = "IntegrationHub.Benchmarks";

    /// <summary>Fewer rounds.</summary>
    public static Option<bool> Quick() => new("--quick") { Description = Texts.Get("bench.quick") };

    /// <summary>As many completions as the memory figure wants, however long it takes.</summary>
    public static Option<bool> Full() => new("--full") { Description = Texts.Get("bench.full") };

    /// <summary>The file for the JSON.</summary>
    public static Option<string?> Json() => new("--json") { Description = Texts.Get("bench.json"), HelpName = "FILE" };

    /// <summary>One section instead of all.</summary>
    public static Option<BenchSection?> Only() =>
        new("--only")
        {
            Description = Texts.Get("bench.only"),
            HelpName = string.Join('|', Enum.GetNames<BenchSection>()).ToLowerInvariant(),
        };

    public static Command Create(Workspace workspace, Screen screen)
    {
        var (quick, full, only, json) = (Quick(), Full(), Only(), Json());
        var mutation = new Option<string?>("--mutation")
        {
            Description = Texts.Get("bench.mutation"),
            HelpName = "FOLDER",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("bench", Texts.Get("bench.help")) { quick, full, only, json, mutation };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (parsed.GetResult(mutation) is not null)
                    return await Mutation.Run(workspace, screen, parsed.GetValue(mutation), cancellation);
                await screen.Work(Texts.Get("azurite.checking"), progress =>
                    AzuriteInstallation.EnsureAsync(workspace.Root, _ => progress(Texts.Get("azurite.installing")), cancellation));
                var built = await Tool.Run(
                    "dotnet",
                    ["build", $"tests/{Project}", "-c", "Release", "--nologo", "-v", "quiet", "-clp:ErrorsOnly;NoSummary"],
                    workspace.Root,
                    cancellation);
                if (built != 0)
                    throw new CliException(Texts.Get("test.notBuilt"));
                List<string> arguments = [workspace.Program("tests", Project)];
                if (parsed.GetValue(quick))
                    arguments.Add("--quick");
                if (parsed.GetValue(full))
                    arguments.Add("--full");
                if (parsed.GetValue(only) is { } section)
                    arguments.AddRange("--only", $"{section}");
                if (parsed.GetValue(json) is { } file)
                    arguments.AddRange("--json", Path.GetFullPath(file));
                return await Tool.Run("dotnet", arguments, workspace.Root, cancellation);
            });
        return command;
    }
}

/// <summary>What can be measured on its own.</summary>
internal enum BenchSection
{
    /// <summary>From the webhook to the last step, on running hubs.</summary>
    Pipeline,

    /// <summary>Issuing, verifying, status lists.</summary>
    Credentials,

    /// <summary>The way in: noise, and what is recognised.</summary>
    Sources,

    /// <summary>Deciding what was earned, and what it reads.</summary>
    Rules,
}
