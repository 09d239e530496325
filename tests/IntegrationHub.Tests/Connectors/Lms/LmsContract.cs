using System.Text.Json.Nodes;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What every LMS protocol promises, with deliveries of a double or recorded from a real LMS.</summary>
public abstract class LmsContract
{
    internal abstract ILms Lms { get; }

    internal abstract Source Source { get; }

    internal abstract Hub Hub { get; }

    /// <summary>What the expected completion names: a course id, the assessment, a learner's LMS id.</summary>
    internal abstract (string Course, string? Assessment, string LmsId) Expected { get; }

    /// <summary>How the expected completion names its learner.</summary>
    internal virtual LearnerReference Learner => new(LearnerReferenceKind.LmsId, Expected.LmsId);

    internal abstract Task<Delivery> Completed();

    /// <summary>An assessment with 85 percent.</summary>
    internal abstract Task<Delivery> Assessed();

    internal abstract Task<Delivery> Noise();

    internal abstract Task<Delivery> Forged();

    /// <summary>The delivery with its JSON replaced.</summary>
    internal abstract Delivery With(Delivery delivery, byte[] json);

    internal abstract byte[] Json(Delivery delivery);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_completed_course_is_authentic_and_names_course_and_learner()
    {
        var delivery = await Completed();

        (await Admits(Source, delivery)).ShouldBeTrue();
        var completion = Lms.Read(Source, delivery).Completions.ShouldHaveSingleItem();
        completion.Kind.ShouldBe(CompletionKind.Completed);
        completion.Courses.ShouldContain(Expected.Course);
        completion.Learner.ShouldContain(Learner);
        completion.Score.ShouldBeNull();
    }

    [Fact]
    public async Task An_assessment_carries_its_score_and_which_assessment_it_was()
    {
        var delivery = await Assessed();

        (await Admits(Source, delivery)).ShouldBeTrue();
        var completion = Lms.Read(Source, delivery).Completions.ShouldHaveSingleItem();
        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Score.ShouldNotBeNull().Percent.ShouldBe(85);
        completion.Assessment.ShouldBe(Expected.Assessment);
        completion.Courses.ShouldContain(Expected.Course);
        completion.Learner.ShouldContain(Learner);
    }

    [Fact]
    public async Task What_is_no_completion_is_ignored_by_name()
    {
        var reading = Lms.Read(Source, await Noise());

        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem().Kind.ShouldNotBe("other");
        reading.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_forged_delivery_is_not_authentic() =>
        (await Admits(Source, await Forged())).ShouldBeFalse();

    [Fact]
    public async Task An_empty_delivery_is_not_authentic() =>
        (await Admits(Source, new Delivery(ReadOnlyMemory<byte>.Empty, new Dictionary<string, string>()))).ShouldBeFalse();

    [Fact]
    public async Task The_same_bytes_give_the_same_reading_and_other_events_other_ids()
    {
        var (first, second) = (await Completed(), await Assessed());

        Id(first).ShouldBe(Id(first));
        Id(second).ShouldNotBe(Id(first));

        string Id(Delivery delivery) => Lms.Read(Source, delivery).Completions.Single().EventId;
    }

    [Fact]
    public async Task Whatever_arrives_reading_never_throws()
    {
        var random = new Random(20260301);
        foreach (var delivery in new[] { await Completed(), await Assessed() })
        {
            var json = Json(delivery);
            for (var length = 0; length < json.Length; length += 7)
                Lms.Read(Source, With(delivery, json[..length])).Fault.ShouldNotBeNull();
            for (var round = 0; round < 1500; round++)
                Lms.Read(Source, With(delivery, Mutated(json, random))).ShouldNotBeNull();
            for (var round = 0; round < 1500; round++)
                Lms.Read(Source, With(delivery, Bent(json, random))).ShouldNotBeNull();
        }
    }

    internal async Task<bool> Admits(Source source, Delivery delivery) =>
        await Hub.Authentication(source.Authentication).Check(source, delivery, Cancellation) == Admission.Admitted;

    private static byte[] Mutated(byte[] json, Random random)
    {
        var copy = json.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    // Sound JSON of another shape: a random member becomes something else.
    private static byte[] Bent(byte[] json, Random random)
    {
        var root = JsonNode.Parse(json)!;
        var nodes = Below(root).Where(n => n.Parent is JsonObject or JsonArray).ToList();
        nodes[random.Next(nodes.Count)].ReplaceWith<JsonNode?>(random.Next(7) switch
        {
            0 => null,
            1 => "",
            2 => 1e300,
            3 => new JsonArray(),
            4 => new JsonObject(),
            5 => new string('x', 5000),
            _ => true,
        });
        return System.Text.Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject o => o.Select(m => m.Value).OfType<JsonNode>().SelectMany(Below).Append(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Below).Append(node),
        _ => [node],
    };
}
