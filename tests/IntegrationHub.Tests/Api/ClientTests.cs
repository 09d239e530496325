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

        object?[] arguments = [.. method.GetParameters().Select(Something)];

        var refused = await Should.ThrowAsync<ApiException>(() => (Task)method.Invoke(client, arguments)!);

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Content.ShouldNotBeNull().ShouldContain("admin key");
    }

    [Fact]
    public async Task Without_a_step_the_failed_ones_are_replayed()
    {
        using var client = HubClient.Create(new HttpClient { BaseAddress = hub.Http.BaseAddress }, HollowHub.Key);

        var noStep = await Should.ThrowAsync<ApiException>(() => client.Replay("x", "nothing", TestContext.Current.CancellationToken));
        var noAward = await Should.ThrowAsync<ApiException>(() => client.Replay("x", step: null, TestContext.Current.CancellationToken));

        (noStep.StatusCode, noAward.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.NotFound));
    }

    private static object? Something(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return TestContext.Current.CancellationToken;
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        if (parameter.ParameterType == typeof(string))
            return "x";
        var body = parameter.ParameterType.GetConstructors().Single();
        return body.Invoke(new object?[body.GetParameters().Length]);
    }
}
