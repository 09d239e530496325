using System.Text.Json.Nodes;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing;
using IntegrationHub.Testing.Hosting;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Package;

/// <summary>The package for Azure, built with the real worker's packages; skipped only where these cannot be restored.</summary>
[Collection(nameof(Published))]
public sealed class AzurePackageTests(Published published)
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
    public async Task The_list_of_what_the_worker_offers_is_that_of_its_assemblies()
    {
        var listed = await File.ReadAllLinesAsync(
            Path.Combine(Repository.Root, "tests", "IntegrationHub.Tests", "EmbeddedHost", "Worker", "worker-2.52.txt"),
            TestContext.Current.CancellationToken);

        var offered = Directory
            .GetFiles(await Folder(), "Microsoft.Azure.Functions.Worker*.dll")
            .SelectMany(WorkerShape.Offered)
            .ToHashSet();

        listed.Length.ShouldBeGreaterThan(60);
        listed.Except(offered).ShouldBeEmpty();
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
        File.Exists(Path.Combine(folder, "IntegrationHub.EmbeddedHost.dll")).ShouldBeFalse();
    }

    /// <summary>Everything is composed and the settings are checked before the worker calls its host; here nobody answers.</summary>
    [Fact]
    public async Task Under_the_real_worker_the_program_starts_as_far_as_the_call_to_its_host()
    {
        var folder = await Folder();
        var (code, output) = await Tool.Listen(
            "dotnet",
            ["IntegrationHub.Functions.dll"],
            folder,
            TestContext.Current.CancellationToken,
            ("Functions__Worker__HostEndpoint", "http://127.0.0.1:1"),
            ("FUNCTIONS_URI", "http://127.0.0.1:1"),
            ("Functions__Worker__RequestId", "request"),
            ("Functions__Worker__WorkerId", "worker"),
            ("Functions__Worker__GrpcMaxMessageLength", "2147483647"),
            ("AzureWebJobsStorage", "UseDevelopmentStorage=true"),
            ("PublicBaseUrl", "https://hub.example.ca"),
            ("SandboxUrl", "https://campus.example.ca"),
            ("DidHost", "hub.example.ca"),
            ("Catalogue__Folder", new Workspace(Repository.Root, _ => null).Institutions));

        code.ShouldNotBe(0);
        output.ShouldContain("StatusCode=\"Unavailable\"");
        output.ShouldContain("GrpcWorkerClient.StartAsync");
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
        var (folder, words) = await published.For("azure");
        Assert.SkipWhen(folder is null, words);
        return folder!;
    }
}
