using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>What is in the package; skipped only where the packages that it is built with cannot be restored.</summary>
[Collection(nameof(Published))]
public sealed class PackageTests(Published published)
{
    [Fact]
    public async Task The_real_worker_finds_the_same_functions_as_the_embedded_host()
    {
        var metadata = JsonNode
            .Parse(await File.ReadAllTextAsync(Path.Combine(await Folder(), "functions.metadata"), TestContext.Current.CancellationToken))!
            .AsArray();

        var found = metadata.Select(function =>
            Trigger(
                (string)function!["name"]!,
                function["bindings"]!.AsArray().Single(binding => $"{binding!["type"]}".EndsWith("Trigger", StringComparison.Ordinal))!));

        found.ShouldBe(FunctionTriggers.Read(typeof(HubOptions).Assembly.Location), ignoreOrder: true);
        metadata
            .SelectMany(function => function!["bindings"]!.AsArray())
            .Where(binding => (string?)binding!["type"] == "httpTrigger")
            .ShouldAllBe(binding => (string?)binding!["authLevel"] == "Anonymous" && binding["methods"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task The_host_json_is_the_hub_s_and_no_settings_of_a_machine_are_in_it()
    {
        var folder = await Folder();
        (await File.ReadAllTextAsync(Path.Combine(folder, "host.json"), TestContext.Current.CancellationToken)).ShouldBe(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "host.json"), TestContext.Current.CancellationToken));
        Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .ShouldNotContain(file => Path.GetFileName(file).StartsWith("local.settings", StringComparison.OrdinalIgnoreCase));
    }

    private static FunctionTrigger Trigger(string function, JsonNode binding)
    {
        var kind = $"{binding["type"]}"[..^"Trigger".Length];
        return new(
            $"{char.ToUpperInvariant(kind[0])}{kind[1..]}",
            function,
            $"{binding["route"] ?? binding["queueName"] ?? binding["schedule"]}");
    }

    private async Task<string> Folder()
    {
        var (folder, words) = await published.Package();
        Assert.SkipWhen(folder is null, words);
        return folder!;
    }
}
