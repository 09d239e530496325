using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.CloudEvents;

public sealed class CloudEventsTests
{
    private const string Structured = "application/cloudevents+json; charset=utf-8";
    private const string Batch = "application/cloudevents-batch+json";
    private const string Data = """{"learner":"301","course":"C-7","points":9,"of":10,"takesBack":"e-1"}""";

    private static readonly Source Source = Arrived.Source("cloudevents", """
        completedWhen: ca.example.course.completed
        assessedWhen: ca.example.graded
        undoneWhen: ca.example.undone
        lmsId: $.learner
        course: $.course
        score: $.points
        scoreMax: $.of
        undoes: $.takesBack
        """);

    [Fact]
    public void The_binary_form_says_in_headers_what_the_event_is_also_after_the_queue()
    {
        var delivery = Binary("ca.example.course.completed");

        foreach (var reading in new[] { Arrived.Read(Source, delivery), Arrived.ReadStored(Source, delivery) })
        {
            var completion = reading.Completions.ShouldHaveSingleItem();
            completion.Kind.ShouldBe(CompletionKind.Completed);
            completion.EventId.ShouldBe("cloudevents-1:/campus/é e-1");
            completion.EventName.ShouldBe("ca.example.course.completed");
            completion.At.ShouldBe(DateTimeOffset.Parse("2026-02-01T10:00:00Z", null));
            completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "301")]);
            completion.Score.ShouldBe(new Score(9, 0, 10));
        }
    }

    [Fact]
    public void The_structured_form_says_the_same()
    {
        var completion = Arrived.Read(Source, Event("e-1", "ca.example.course.completed"), Structured).Completions.ShouldHaveSingleItem();

        completion.EventId.ShouldBe("cloudevents-1:/campus/é e-1");
        completion.Score.ShouldBe(new Score(9, 0, 10));
    }

    [Fact]
    public void A_batch_is_read_event_by_event()
    {
        var reading = Arrived.Read(
            Source,
            $"[{Event("e-1", "ca.example.graded")},{Event("e-2", "ca.example.viewed")},{Event("e-3", "ca.example.course.completed")}]",
            Batch);

        reading
            .Completions.Select(completion => completion.EventId)
            .ShouldBe(["cloudevents-1:/campus/é e-1", "cloudevents-1:/campus/é e-3"]);
        reading.Ignored.ShouldBe(["ca.example.viewed"]);
        Arrived.Read(Source, "[]", Batch).Ignored.ShouldBe(["no-events"]);
    }

    [Fact]
    public void An_event_takes_back_another_of_the_same_source() =>
        Arrived
            .Read(Source, Event("e-9", "ca.example.undone"), Structured)
            .Completions.ShouldHaveSingleItem()
            .Undoes.ShouldBe("cloudevents-1:/campus/é e-1");

    [Fact]
    public void Data_in_base_64_is_data() =>
        Arrived
            .Read(
                Source,
                $$"""
                {"specversion":"1.0","id":"e-1","source":"/s","type":"ca.example.course.completed","time":"2026-02-01T10:00:00Z",
                 "datacontenttype":"application/json",
                 "data_base64":"{{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Data))}}"}
                """,
                Structured)
            .Completions.ShouldHaveSingleItem().Courses.ShouldBe(["C-7"]);

    [Fact]
    public void Noise_is_noise_in_every_form()
    {
        Arrived.Read(Source, Binary("ca.example.viewed")).Ignored.ShouldBe(["ca.example.viewed"]);
        Arrived.Read(Source, Event("e-1", "ca.example.viewed"), Structured).Ignored.ShouldBe(["ca.example.viewed"]);
        Arrived
            .Read(Source, $"[{Event("e-1", "ca.example.viewed")},{Event("e-2", "ca.example.viewed")}]", Batch)
            .Ignored.ShouldBe([new("ca.example.viewed", 2)]);
    }

    [Theory]
    [InlineData("application/json", null, 415)]
    [InlineData("application/cloudevents+xml", null, 415)]
    [InlineData("application/json", "0.3", 400)]
    public void What_is_no_CloudEvent_1_0_is_refused_with_its_status(string contentType, string? version, int status)
    {
        var delivery = version is null
            ? Arrived.Delivery(Data, contentType)
            : Arrived.Delivery(Data, contentType, ("ce-specversion", version), ("ce-type", "ca.example.graded"));

        Arrived.Read(Source, delivery).FaultStatus.ShouldBe(status);
        Arrived.Read(Source, delivery).Fault.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\"id\":\"e-1\",")]
    [InlineData("\"source\":\"/campus/é\",")]
    [InlineData("\"specversion\":\"1.0\",")]
    public void A_required_attribute_that_is_missing_is_a_fault(string attribute)
    {
        var reading = Arrived.Read(Source, Event("e-1", "ca.example.graded").Replace(attribute, "", StringComparison.Ordinal), Structured);

        reading.Fault.ShouldNotBeNull();
        reading.FaultStatus.ShouldBe(400);
    }

    [Fact]
    public void An_event_that_counts_needs_a_time_from_somewhere()
    {
        var timeless = Event("e-1", "ca.example.graded").Replace("\"time\":\"2026-02-01T10:00:00Z\",", "", StringComparison.Ordinal);

        Arrived.Read(Source, timeless, Structured).Fault.ShouldNotBeNull().ShouldContain("time");
        var other = Source with { Settings = new Dictionary<string, string>(Source.Settings) { ["time"] = "$.at" } };
        Arrived.Read(other, timeless.Replace("\"learner\"", "\"at\":1769940000,\"learner\"", StringComparison.Ordinal), Structured)
            .Completions.ShouldHaveSingleItem().At.ShouldBe(DateTimeOffset.Parse("2026-02-01T10:00:00Z", null));
    }

    [Theory]
    [InlineData("ca.example.course.completed")]
    [InlineData("ca.example.viewed")]
    public void Whatever_arrives_reading_never_throws(string type)
    {
        Arrived.Spoil(Source, Event("e-1", type), Structured);
        Arrived.Spoil(Source, $"[{Event("e-1", type)}]", Batch);
        Arrived.Spoil(
            Source,
            Data,
            "application/json",
            ("ce-specversion", "1.0"),
            ("ce-type", type),
            ("ce-id", "%zz"),
            ("ce-source", "s"),
            ("ce-time", "soon"));
    }

    private static Delivery Binary(string type) => Arrived.Delivery(
            Data,
            "application/json",
            ("ce-specversion", "1.0"),
            ("ce-id", "e-1"),
            ("Ce-Source", "/campus/%C3%A9"),
            ("ce-type", type),
            ("ce-time", "2026-02-01T10:00:00Z"),
            ("Authorization", "Bearer never-kept"));

    private static string Event(string id, string type) =>
        $$"""
        {"specversion":"1.0","id":"{{id}}","source":"/campus/é","time":"2026-02-01T10:00:00Z","type":"{{type}}",
         "somethingelse":"x","data":{{Data}}}
        """;
}
