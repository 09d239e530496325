using System.Net;
using IntegrationHub.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.EmbeddedHost.Settings;

public sealed class DisabledFunctionTests
{
    [Theory]
    [InlineData("true", HttpStatusCode.NotFound)]
    [InlineData("True", HttpStatusCode.NotFound)]
    [InlineData("1", HttpStatusCode.NotFound)]
    [InlineData("false", HttpStatusCode.OK)]
    [InlineData("0", HttpStatusCode.OK)]
    public async Task A_function_that_a_setting_disables_is_not_there(string setting, HttpStatusCode status)
    {
        await using var host = new TestHost(
            [typeof(SampleHttpFunctions)],
            configure: builder => builder.Services.AddSingleton(new Greeting("hello")),
            settings: [$"--AzureWebJobs.Anything.Disabled={setting}"]);
        using var http = await host.StartAsync();

        using var answer = await http.GetAsync("/Anything");
        answer.StatusCode.ShouldBe(status);
        (await http.GetStringAsync("/files")).ShouldBe("[]");
    }
}
