using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using IntegrationHub.Api;
using IntegrationHub.Sandbox.Canvas;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Every row of what may come in and is not a completion in good order.</summary>
[Collection(nameof(OneHub))]
public sealed class BadInputTests(RunningHub hub)
{
    [Theory]
    [InlineData("canvas", "forged")]
    [InlineData("canvas", "unknown-kid")]
    [InlineData("canvas", "unsigned")]
    [InlineData("moodle", "forged")]
    [InlineData("blackboard", "forged")]
    public async Task Who_cannot_prove_who_they_are_gets_401_and_no_reason(string lms, string how)
    {
        var answer = (await hub.Campus.Send(lms, new { course = "CYB120", score = 95, @as = how })).ShouldHaveSingleItem()!;

        answer["status"]!.GetValue<int>().ShouldBe(401);
        answer["body"]!.GetValue<string>().ShouldBeEmpty();
        answer["trackingId"].ShouldBeNull();
    }

    [Fact]
    public async Task An_event_of_another_account_is_refused_though_its_signature_is_right()
    {
        var foreign = Grade();
        foreign["metadata"]!["root_account_uuid"] = "anotherCollegeOnTheSameCanvas";

        using var answer = await hub.Deliver("canvas", hub.Campus.Signed(foreign));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("moodle:")]
    [InlineData("no colon")]
    public async Task A_wrong_or_missing_password_is_refused(string? basic)
    {
        using var answer = await hub.Deliver("moodle/statements", "[]", basic);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("nowhere", "canvas")]
    [InlineData("lacnord", "nothing")]
    public async Task Nobody_is_there_under_an_unknown_institution_or_source(string institution, string source)
    {
        var answer = (await hub.Campus.Send("canvas", new { course = "CYB120", score = 95, institution, source })).ShouldHaveSingleItem()!;
        answer["status"]!.GetValue<int>().ShouldBe(404);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_whatever_it_says_of_its_length()
    {
        var tooMuch = new string('x', 1024 * 1024 + 1);
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/hooks/lacnord/canvas") { Content = new StringContent(tooMuch) };
        chunked.Headers.TransferEncodingChunked = true;

        using var measured = await hub.Deliver("canvas", tooMuch);
        using var unmeasured = await hub.Anybody.SendAsync(chunked);

        measured.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        unmeasured.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_authentic_event_of_canvas_that_cannot_be_read_is_taken_and_kept_as_one_counted_item()
    {
        var strange = Grade();
        strange["metadata"]!["event_time"] = null;

        using var first = await hub.Deliver("canvas", hub.Campus.Signed(strange));
        using var second = await hub.Deliver("canvas", hub.Campus.Signed(strange));

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        await KeptAndCounted("canvas", "event_time", 2);
    }

    [Fact]
    public async Task Statements_that_cannot_be_read_are_refused_and_kept_as_one_counted_item()
    {
        using var first = await hub.Deliver("moodle/statements", "[{]", hub.Moodle);
        using var second = await hub.Deliver("moodle/statements", "[{]", hub.Moodle);

        first.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await KeptAndCounted("moodle", "JSON", 2);
    }

    private JsonObject Grade() => hub.Campus.Of<CanvasEvents>().GradeChange(hub.Campus.NewLearner(), hub.Campus.Course("CYB120"), 95);

    /// <summary>Other tests of the same hub leave items of other rules: this one's is told by a word of its sentence.</summary>
    private async Task KeptAndCounted(string source, string word, int times)
    {
        AttentionItemResponse? item = null;
        await RunningHub.Until(async () =>
        {
            item = (await hub.OpenItems()).SingleOrDefault(one =>
                one.Cause == "unreadableDelivery" && one.Source == source && one.Detail!.Contains(word, StringComparison.Ordinal));
            return item?.Count == times;
        });
        var kept = item!.Detail!.Split('(', ')')[^2];
        (await new BlobContainerClient(hub.Storage, "payloads").GetBlobClient(kept).ExistsAsync()).Value.ShouldBeTrue();
    }
}
