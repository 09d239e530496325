using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Moodle;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>What xAPI 1.0.3 and 2.0 ask of who takes statements.</summary>
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

    [Fact]
    public async Task An_exam_that_is_too_large_for_one_batch_arrives_whole_in_halves()
    {
        var learners = Enumerable.Range(0, 30).Select(_ => hub.Campus.NewLearner()).ToList();
        await Task.WhenAll(learners.Select(hub.Introduce));

        var answers = await hub.Campus.Send(
            "moodle",
            new
            {
                learners = learners.Select(learner => learner.Email),
                course = "RCR101",
                score = 91,
                questions = 20,
            });


        answers.Select(answer => answer!["status"]!.GetValue<int>()).ShouldBe([400, 200, 200]);
        answers.Skip(1).Sum(answer => JsonNode.Parse(answer!["body"]!.GetValue<string>())!.AsArray().Count).ShouldBe(630);
        await RunningHub.Until(() => learners.TrueForAll(learner => hub.Campus.MailOf(learner).Count > 0));
        learners.ShouldAllBe(learner => hub.Campus.BadgesOf(learner).Count == 1);
    }

    [Theory]
    [InlineData("1.0.3", HttpStatusCode.OK, "1.0.3")]
    [InlineData("1.0.0", HttpStatusCode.OK, "1.0.3")]
    [InlineData("2.0.0", HttpStatusCode.OK, "2.0.0")]
    [InlineData("0.9", HttpStatusCode.BadRequest, "1.0.3")]
    [InlineData(null, HttpStatusCode.BadRequest, "1.0.3")]
    public async Task The_version_is_read_and_the_one_that_is_spoken_is_told(string? version, HttpStatusCode expected, string told)
    {
        using var answer = await hub.Deliver("moodle/statements", "[]", hub.Moodle, version);

        answer.StatusCode.ShouldBe(expected);
        answer.Headers.GetValues(Version).ShouldHaveSingleItem().ShouldBe(told);
    }

    [Fact]
    public async Task Whoever_asks_hears_which_versions_are_spoken()
    {
        using var answer = await hub.Anybody.GetAsync("hooks/lacnord/moodle/about", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["version"]!
            .AsArray()
            .Select(version => version!.GetValue<string>())
            .ShouldBe(["1.0.3", "2.0.0"]);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.NoContent)]
    [InlineData(false, HttpStatusCode.BadRequest)]
    public async Task A_statement_is_put_under_its_id_and_answered_with_nothing(bool named, HttpStatusCode expected)
    {
        var statement = hub.Campus.Of<Statements>().CourseViewed(hub.Campus.NewLearner(), hub.Campus.Course("CYB120"));
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            $"hooks/lacnord/moodle/statements{(named ? $"?statementId={Guid.NewGuid()}" : "")}")
        {
            Content = new StringContent(statement.ToJsonString()),
            Headers = { { Version, "1.0.3" }, { "Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(hub.Moodle))}" } },
        };

        using var answer = await hub.Anybody.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task The_same_id_is_taken_again_with_the_same_content_and_refused_with_other()
    {
        var (learner, course) = (hub.Campus.NewLearner(), hub.Campus.Course("CYB120"));
        var statement = hub.Campus.Of<Statements>().CourseCompleted(learner, course, mbox: false);
        statement["id"] = Guid.NewGuid().ToString();
        async Task<HttpStatusCode> Send()
        {
            using var answer = await hub.Deliver("moodle/statements", statement.ToJsonString(), hub.Moodle);
            return answer.StatusCode;
        }

        await hub.Introduce(learner);
        (await Send()).ShouldBe(HttpStatusCode.OK);
        (await Send()).ShouldBe(HttpStatusCode.OK);
        // The register is written when the statement is taken from the queue, not at the door.
        await hub.QueuesAreEmpty();

        statement["actor"] = hub.Campus.Of<Statements>().CourseCompleted(hub.Campus.NewLearner(), course, mbox: false)["actor"]!
            .DeepClone();
        (await Send()).ShouldBe(HttpStatusCode.Conflict);
    }
}
