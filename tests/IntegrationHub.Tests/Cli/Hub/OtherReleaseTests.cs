using System.Text.Json.Nodes;
using IntegrationHub.Cli.Hub;
using IntegrationHub.Cli.Shell;
using IntegrationHub.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Cli.Hub;

/// <summary>An answer that lacks what the contract names is a sentence, not a null that surfaces later.</summary>
public sealed class OtherReleaseTests
{
    private const string Sentence = "form that this command does not support";

    public static TheoryData<string> Answered =>
        [.. Contract.Methods.Where(method => method.ReturnType != typeof(Task<string>)).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task An_answer_without_its_members_is_said_to_be_unreadable(string request)
    {
        var isList = Contract.Methods.Single(method => method.Name == request).ReturnType.GetGenericArguments()[0].IsGenericType;
        await using var hub = await FakeHub.Start(app => app.MapFallback(() => Results.Text(isList ? "[{}]" : "{}", "application/json")));
        using var client = HubConnection.Open(new(hub.Address), FakeHub.Key);

        (await Should.ThrowAsync<CliException>(() => Contract.Call(client, request))).Message.ShouldContain(Sentence);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("source")]
    public async Task Null_where_null_has_no_meaning_is_said_to_be_unreadable(string member)
    {
        var item = JsonNode.Parse(Answers.Written(Answers.Item))!;
        item[member] = null;
        await using var hub = await FakeHub.Start(app => app.MapGet("/api/attention", () => Results.Text($"[{item}]", "application/json")));
        using var cli = hub.Cli();

        (await cli.Run("attention")).ShouldBe(1);
        cli.Errors.ShouldContain(Sentence);
    }
}
