using System.Net;
using System.Reflection;
using IntegrationHub.Api;
using IntegrationHub.Tests.Security;
using Refit;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Api;

public sealed class ClientTests(HollowHub hub) : IClassFixture<HollowHub>
{
    public static TheoryData<string> Methods => [.. Contract.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_method_of_the_client_reaches_a_function_which_asks_for_the_key(string name)
    {
        using var client = HubClient.Create(new HttpClient { BaseAddress = hub.Http.BaseAddress }, adminKey: "another");
        var method = Contract.Methods.Single(method => method.Name == name);

        var refused = await Should.ThrowAsync<ApiException>(() => (Task)method.Invoke(client, [.. method.GetParameters().Select(Something)])!);

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Content.ShouldNotBeNull().ShouldContain("admin key");
    }

    [Fact]
    public async Task Without_a_step_the_failed_ones_are_replayed()
    {
        using var client = HubClient.Create(new HttpClient { BaseAddress = hub.Http.BaseAddress }, HollowHub.Key);

        (await Should.ThrowAsync<ApiException>(() => client.Replay("x", step: "nothing", TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Should.ThrowAsync<ApiException>(() => client.Replay("x", cancellation: TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static object? Something(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken
        : parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) ? "x"
        : Activator.CreateInstance(parameter.ParameterType, new object?[parameter.ParameterType.GetConstructors().Max(constructor => constructor.GetParameters().Length)]);
}
