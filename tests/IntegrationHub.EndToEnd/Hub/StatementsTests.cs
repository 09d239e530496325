using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Moodle;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What xAPI 1.0.3 asks of who takes statements.</summary>
[Collection(nameof(OneHub))]
public sealed class StatementsTests(RunningHub hub)
{
    private const string Version = "X-Experience-API-Version";

    [Fact]
    public async Task Ids_come_back_in_the_order_of_the_statements_given_or_made()
    {
        var (learner, course) = (hub.Campus.NewLearner(), hub.Campus.Course("CYB120"));
        var ids = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid().ToString()).ToArray();
        JsonArray batch = [.. Enumerable.Range(0, 4).Select(_ => hub.Campus.Of<Statements>().CourseViewed(learner, course))];
        (batch[0]!["id"], batch[1]!["id"], batch[3]!["id"]) = (ids[0], ids[1], ids[2]);

        using var answer = await hub.Deliver("moodle/statements", batch.ToJsonString(), hub.Moodle);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var given = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Select(id => id!.GetValue<string>()).ToList();
        given.Count.ShouldBe(4);
        (given[0], given[1], given[3]).ShouldBe((ids[0], ids[1], ids[2]));
        Guid.TryParse(given[2], out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("1.0.3", HttpStatusCode.OK)]
    [InlineData("1.0.0", HttpStatusCode.OK)]
    [InlineData("2.0.0", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    public async Task The_version_is_read_and_told(string? version, HttpStatusCode expected)
    {
        using var answer = await hub.Deliver("moodle/statements", "[]", hub.Moodle, version);

        answer.StatusCode.ShouldBe(expected);
        answer.Headers.GetValues(Version).ShouldHaveSingleItem().ShouldBe("1.0.3");
    }
}
