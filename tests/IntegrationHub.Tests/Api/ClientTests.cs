using System.Net;
using IntegrationHub.Api;
using IntegrationHub.Tests.Functions.Security;
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

        var refused = await Should.ThrowAsync<ApiException>(() => Contract.Call(client, name));

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
}
