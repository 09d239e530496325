using System.Text.RegularExpressions;
using IntegrationHub.Cli.Infra;
using IntegrationHub.Cli.Infra.Model;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Functions.Settings;
using IntegrationHub.Testing.Cli;
using IntegrationHub.Testing.Infra;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Infra;

/// <summary>The files in infra/ with the real compiler; skipped only where it cannot be fetched.</summary>
public sealed partial class RealInfraTests
{
    private static readonly Workspace Clone = Workspace.Find();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_compile_without_a_warning_and_fit_the_code()
    {
        var files = new BicepFiles(Clone, await Bicep.Compiler(Clone, Cancellation));
        var faults = (await files.Lint(Cancellation)).ToList();
        List<Deployment> deployments = [];
        foreach (var parameters in files.Parameters)
        {
            var (deployment, found) = await files.Deploy(parameters, Cancellation);
            faults.AddRange(found);
            deployments.Add(deployment.ShouldNotBeNull());
        }
        deployments.Select(deployment => deployment.File).ShouldBe(["infra/production.bicepparam", "infra/trial.bicepparam"]);
        deployments.ShouldAllBe(deployment => deployment.Resources.Count > 40);
        faults.AddRange(InfraChecks.Faults(deployments, HubCode.Read(Clone, typeof(HubOptions).Assembly.Location)));
        faults.AddRange(WatchingChecks.Faults(deployments, Watching.Read(Clone)));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_azd_is_told_is_there()
    {
        var told = new YamlDotNet.Serialization.Deserializer().Deserialize<Dictionary<string, dynamic>>(
            await File.ReadAllTextAsync(Path.Combine(Clone.Root, "azure.yaml"), Cancellation));
        string module = told["infra"]["module"],
            project = told["services"]["hub"]["project"];
        File.Exists(Path.Combine(Clone.Infrastructure, $"{module}.bicepparam")).ShouldBeTrue();
        File.Exists(Path.Combine(Clone.Root, project, $"{Path.GetFileName(project)}.csproj")).ShouldBeTrue();
        var (deployment, _) = await new BicepFiles(Clone, await Bicep.Compiler(Clone, Cancellation)).Deploy(
            $"{module}.bicepparam",
            Cancellation);
        deployment!.Of(AzureTypes.Site).ShouldHaveSingleItem().At("tags")!["azd-service-name"]!.ToString().ShouldBe("hub");
        deployment!.Of("Microsoft.Resources/resourceGroups").ShouldHaveSingleItem().At("tags")!["azd-env-name"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_threshold_that_is_put_into_a_query_has_its_place_there()
    {
        var places = Put()
            .Matches(await File.ReadAllTextAsync(Path.Combine(Clone.Infrastructure, "modules", "alerts.bicep"), Cancellation));
        places.Count.ShouldBe(2);
        foreach (Match place in places)
            (
                await File.ReadAllTextAsync(Path.Combine(Clone.Infrastructure, "alerts", place.Groups["file"].Value), Cancellation)
            ).ShouldContain(place.Groups["line"].Value);
    }

    [Fact]
    public async Task A_misspelt_property_is_a_fault_though_the_compiler_only_warns()
    {
        var compiler = await Bicep.Compiler(Clone, Cancellation);
        using var cli = new CliRun();
        var folder = Directory.CreateDirectory(Path.Combine(cli.Folder, "infra"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "main.bicep"),
            """
            resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
              name: 'stexample'
              location: resourceGroup().location
              kind: 'StorageV2'
              sku: { name: 'Standard_LRS' }
              properties: { allowSharedKeyAcess: false }
            }
            """,
            Cancellation);
        var fault = (await new BicepFiles(cli.Workspace, compiler).Lint(Cancellation)).ShouldHaveSingleItem();
        fault.File.ShouldBe("infra/main.bicep:6");
        fault.What.ShouldContain("allowSharedKeyAcess");
        fault.Remedy.ShouldContain("BCP089");
    }

    [Fact]
    public async Task A_compiler_that_is_not_where_it_is_said_to_be_is_a_sentence()
    {
        using var cli = new CliRun().With(BicepCompiler.Variable, "/nowhere/bicep");
        Directory.CreateDirectory(Path.Combine(cli.Folder, "infra"));
        (await cli.Run("infra")).ShouldBe(1);
        cli.Errors.ShouldContain("/nowhere/bicep");
        cli.Errors.Trim().Split('\n').Length.ShouldBe(1);
    }

    [GeneratedRegex(@"replace\(loadTextContent\('\.\./alerts/(?<file>[^']+)'\), '(?<line>[^']+)'")]
    private static partial Regex Put();
}
