using System.Globalization;
using IntegrationHub.Cli.Local;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Testing.Cli;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Local;

/// <summary>Which Azure Functions host runs the package, and how it is started.</summary>
public sealed class FunctionsHostTests
{
    private const string Package = "/packages/linux-x64";

    [Theory]
    [InlineData("en-CA", "is not set")]
    [InlineData("fr-CA", "n’est pas défini")]
    public async Task Tests_on_a_host_without_one_end_with_a_sentence_that_says_where_to_get_it(string language, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var cli = new CliRun();

        (await cli.Run("test", "--host")).ShouldBe(1);

        var sentence = cli.Errors.Trim();
        sentence.ShouldContain($"{FunctionsHost.Variable} {words}");
        sentence.ShouldContain("functions-run-local");
        sentence.Split('\n').ShouldHaveSingleItem();
        cli.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_path_where_nothing_is_is_refused() =>
        Should.Throw<CliException>(() => Named("/nowhere/func")).Message.ShouldContain("/nowhere/func");

    [Fact]
    public void Core_Tools_start_in_the_package_without_building_it()
    {
        var start = Named("func")!.Start(Package, 7071);

        (start.FileName, string.Join(' ', start.ArgumentList)).ShouldBe(("func", "start --no-build --port 7071"));
        start.WorkingDirectory.ShouldBe(Package);
        start.Environment["FUNCTIONS_WORKER_RUNTIME"].ShouldBe("dotnet-isolated");
    }

    [Fact]
    public void A_web_host_is_told_where_the_package_is()
    {
        var program = typeof(FunctionsHostTests).Assembly.Location;

        var start = Named(program)!.Start(Package, 7071);

        (start.FileName, start.ArgumentList.Single()).ShouldBe(("dotnet", program));
        start.Environment["AzureWebJobsScriptRoot"].ShouldBe(Package);
    }

    private static FunctionsHost? Named(string program) => FunctionsHost.Read(name => name == FunctionsHost.Variable ? program : null);
}
