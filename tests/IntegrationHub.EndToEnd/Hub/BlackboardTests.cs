using System.Net;
using System.Text;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

[Collection(nameof(OneHub))]
public sealed class BlackboardTests(RunningHub hub)
{
    [Fact]
    public async Task A_grade_among_the_noise_of_a_nights_batch_goes_all_the_way()
    {
        var learner = hub.Campus.NewLearner();

        var answer = (
            await hub.Campus.Send(
                "blackboard",
                new
                {
                    learner = learner.Email,
                    course = "DON110",
                    score = 91,
                    batch = 150,
                })).ShouldHaveSingleItem()!;
        await hub.DoneAwardOf(learner);

        answer["status"]!.GetValue<int>().ShouldBe(200);
        answer["body"]!.GetValue<string>().ShouldBeEmpty();
        hub.Campus.TranscriptOf(learner).ShouldHaveSingleItem().Course.ShouldBe("DON110");
        hub.Campus.BadgesOf(learner).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_kept_of_noise()
    {
        var answer = (await hub.Campus.Send("blackboard", new { @event = "viewed", batch = 50 })).ShouldHaveSingleItem()!;

        answer["status"]!.GetValue<int>().ShouldBe(200);
        answer["body"]!.GetValue<string>().ShouldBeEmpty();
        answer["trackingId"].ShouldBeNull();
    }

    [Theory]
    [InlineData("text/plain", "v1p1", "[]", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "v1/Context", "[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("application/json", "v1p1", "7", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "v1p2", "[]", HttpStatusCode.OK)]
    public async Task What_the_standard_asks_for_is_what_a_sensor_is_answered(
        string type,
        string version,
        string data,
        HttpStatusCode status)
    {
        var body =
            $$"""
            {"sensor":"s","sendTime":"2026-02-01T10:00:00Z",
             "dataVersion":"http://purl.imsglobal.org/ctx/caliper/{{version}}","data":{{data}} }
            """;

        using var answer = await hub.Anybody.PostAsync(
            $"/hooks/lacnord/blackboard~{hub.Settings["LACNORD_BLACKBOARD_ADDRESS"]}",
            new StringContent(body, Encoding.UTF8, type));

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync() is "").ShouldBe(status == HttpStatusCode.OK);
    }
}
