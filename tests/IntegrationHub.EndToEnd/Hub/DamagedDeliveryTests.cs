using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Blackboard;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Canvas;
using IntegrationHub.Sandbox.Moodle;
using IntegrationHub.Sandbox.OpenEdx;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Hub;

/// <summary>Well-authenticated deliveries whose bytes are damaged, over HTTP and through every stage.</summary>
public sealed class DamagedDeliveryTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const int Variants = 25;

    private readonly Random _random = new(20261127);

    public static TheoryData<string> Sources => ["canvas", "moodle", "openedx", "forms", "blackboard"];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_completion_cut_short_is_no_award_until_it_comes_whole(string source)
    {
        var learner = hub.Campus.NewLearner();
        await hub.Introduce(learner);
        await hub.Api.AddIdentity(
            new("lacnord", "openedx", "lmsId", $"{learner.CanvasId}", learner.StudentNumber!),
            CancellationToken.None);
        var whole = Encoding.UTF8.GetBytes(Completion(source, learner).ToJsonString());

        for (var variant = 0; variant < Variants; variant++)
            ((int)await Deliver(source, whole[..(whole.Length * variant / Variants)])).ShouldBeLessThan(500);

        await NothingIsBroken();
        (await hub.LatestAwards()).ShouldNotContain(award => award.Learner == learner.StudentNumber);

        ((int)await Deliver(source, whole)).ShouldBeLessThan(300);
        await hub.DoneAwardOf(learner);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Noise_with_damaged_bytes_is_no_award_and_breaks_nothing(string source)
    {
        var learner = hub.Campus.NewLearner();
        var whole = Encoding.UTF8.GetBytes(Noise(source, learner).ToJsonString());

        for (var variant = 0; variant < Variants; variant++)
            ((int)await Deliver(source, Damaged(whole))).ShouldBeLessThan(500);

        await NothingIsBroken();
        (await hub.LatestAwards()).ShouldNotContain(award => award.Learner == learner.StudentNumber);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_completion_with_damaged_bytes_breaks_nothing_whatever_it_says_now(string source)
    {
        var whole = Encoding.UTF8.GetBytes(Completion(source, hub.Campus.NewLearner()).ToJsonString());

        for (var variant = 0; variant < Variants; variant++)
            ((int)await Deliver(source, Damaged(whole))).ShouldBeLessThan(500);

        if (source == "moodle")
            await hub.LetTheUnreleasedWait(); // Moodle is asked, and shows no attempt of another number.
        await NothingIsBroken();
    }

    private Course Course(string source) => hub.Campus.Course(source == "moodle" ? "RCR101" : "DON110");

    private JsonNode Completion(string source, Learner learner)
    {
        var course = Course(source);
        return source switch
        {
            "canvas" => hub.Campus.Of<CanvasEvents>().GradeChange(learner, course, 95),
            "moodle" => Submitted(learner, course),
            "openedx" => hub.Campus.Of<PluginEvents>().CourseGrade(learner, course, 95),
            "blackboard" => hub.Campus.Of<BlackboardEvents>().Envelope([hub.Campus.Of<BlackboardEvents>().Graded(learner, course, 95)]),
            _ => Form("course.graded", learner, course),
        };
    }

    /// <summary>Moodle has the attempt that its plugin tells of: the hub asks.</summary>
    private JsonArray Submitted(Learner learner, Course course)
    {
        List<JsonObject> statements = [.. hub.Campus.Of<Statements>().QuizSubmitted(learner, course, 95, mbox: false)];
        hub.Campus.Of<Gradebook>().Note("moodle", learner, course, 95, attempt: MoodleEndpoints.Attempt(statements[0]));
        return [.. statements];
    }

    private JsonObject Noise(string source, Learner learner)
    {
        var course = Course(source);
        return source switch
        {
            "canvas" => hub.Campus.Of<CanvasEvents>().AssetAccessed(learner, course),
            "moodle" => hub.Campus.Of<Statements>().CourseViewed(learner, course),
            "openedx" => hub.Campus.Of<PluginEvents>().SessionLogin(learner),
            "blackboard" => hub.Campus.Of<BlackboardEvents>().Envelope([hub.Campus.Of<BlackboardEvents>().Viewed(learner, course)]),
            _ => Form("course.opened", learner, course),
        };
    }

    private static JsonObject Form(string type, Learner learner, Course course) =>
        new()
        {
            ["id"] = $"{Guid.NewGuid()}",
            ["type"] = type,
            ["at"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
            ["student number"] = learner.StudentNumber,
            ["email"] = learner.Email,
            ["course"] = course.Code,
            ["points"] = 95,
        };

    private byte[] Damaged(byte[] whole)
    {
        var bytes = whole.ToArray();
        for (var damage = _random.Next(1, 6); damage > 0; damage--)
            bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
        return bytes;
    }

    /// <summary>Sends bytes as the source would, with a proof that is right.</summary>
    private async Task<HttpStatusCode> Deliver(string source, byte[] body)
    {
        var (path, content) = source switch
        {
            "canvas" => ("canvas", Encoding.UTF8.GetBytes(hub.Campus.Of<SigningKeys>().Current.Sign(Encoding.UTF8.GetString(body)))),
            "moodle" => ("moodle/statements", body),
            _ => ($"{source}~{hub.Settings[$"LACNORD_{source.ToUpperInvariant()}_ADDRESS"]}", body),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/lacnord/{path}") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Experience-API-Version", "1.0.3");
        if (source == "moodle")
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(hub.Moodle)));
        using var answer = await hub.Anybody.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>All that was taken has come to rest, and no stage failed at any of it.</summary>
    private async Task NothingIsBroken()
    {
        await hub.QueuesAreEmpty();
        (await hub.OpenItems()).ShouldNotContain(item => item.Cause == "messageFailed");
    }
}
