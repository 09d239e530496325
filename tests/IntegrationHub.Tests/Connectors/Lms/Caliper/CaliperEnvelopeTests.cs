using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms.Caliper;

public sealed class CaliperEnvelopeTests
{
    [Fact]
    public void An_envelope_is_answered_with_an_empty_body()
    {
        Readings.Caliper(Envelope(Grade()).ToJsonString()).Answer.ShouldBe(AnswerForm.Empty);
        Readings.Caliper(Envelope(Event("ViewEvent", "Viewed")).ToJsonString()).Answer.ShouldBe(AnswerForm.Empty);
        Readings.Caliper(Envelope().ToJsonString()).ShouldSatisfyAllConditions(
            reading => reading.Fault.ShouldBeNull(),
            reading => reading.Answer.ShouldBe(AnswerForm.Empty));
    }

    [Theory]
    [InlineData("sensor")]
    [InlineData("sendTime")]
    [InlineData("dataVersion")]
    [InlineData("data")]
    public void An_envelope_without_one_of_its_members_is_400(string member)
    {
        var without = Envelope(Grade());
        without.Remove(member);
        var wrong = Envelope(Grade());
        wrong[member] = 12;

        foreach (var envelope in new[] { without, wrong })
        {
            var reading = Readings.Caliper(envelope.ToJsonString());
            reading.FaultStatus.ShouldBe(400);
            reading.Fault.ShouldNotBeNull().ShouldContain(member);
            reading.Completions.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"urn:uuid:1\"")]
    [InlineData("{")]
    [InlineData("sensor=1")]
    [InlineData("""{"sensor":"s","sendTime":"t","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[]} x""")]
    [InlineData("""{"sensor":"s","sendTime":"t","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":[],"data":[]}""")]
    [InlineData(
        """{"sensor":"s","sendTime":"t","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":"""
            + """["https://lms.example.ca/users/1"]}"""
    )]
    [InlineData(
        """{"sensor":"s","sendTime":"t","dataVersion":"http://purl.imsglobal.org/ctx/caliper/v1p1","data":"""
            + """[{"id":"https://lms.example.ca/users/1"}]}"""
    )]
    public void What_is_no_envelope_is_400(string body)
    {
        var reading = Readings.Caliper(body);

        reading.Fault.ShouldNotBeNull();
        reading.FaultStatus.ShouldBe(400);
    }

    [Fact]
    public void An_event_without_an_envelope_is_400() => Readings.Caliper(Grade().ToJsonString()).FaultStatus.ShouldBe(400);

    [Theory]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1p1", true)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1p2", true)]
    [InlineData("https://purl.imsglobal.org/ctx/caliper/v1p2", true)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1p1/ToolUseProfile-extension", true)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1/Context", false)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1p0", false)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v1p20", false)]
    [InlineData("http://purl.imsglobal.org/ctx/caliper/v2p0", false)]
    [InlineData("http://elsewhere.example.ca//purl.imsglobal.org/ctx/caliper/v1p1", false)]
    [InlineData("1.1", false)]
    public void Only_versions_1_1_and_1_2_are_known_and_others_are_422(string version, bool known)
    {
        var envelope = Envelope(Grade());
        envelope["dataVersion"] = version;

        var reading = Readings.Caliper(envelope.ToJsonString());

        (reading.Fault is null).ShouldBe(known);
        if (!known)
            reading.FaultStatus.ShouldBe(422);
    }

    [Fact]
    public void Slashes_may_be_escaped_as_PHP_escapes_them() =>
        Readings.Caliper(Envelope(Grade()).ToJsonString().Replace("/", "\\/", StringComparison.Ordinal)).Completions.ShouldHaveSingleItem();

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("Application/JSON", true)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/jsonp", false)]
    [InlineData(null, false)]
    public void Another_content_type_is_415(string? type, bool taken)
    {
        var reading = Readings.Caliper(Envelope(Grade()).ToJsonString(), type);

        (reading.Fault is null).ShouldBe(taken);
        if (!taken)
            reading.FaultStatus.ShouldBe(415);
    }

    [Fact]
    public void Entities_and_events_come_mixed_and_the_whole_envelope_is_read()
    {
        var other = Grade();
        other["id"] = "urn:uuid:6f0f1d1e-6a55-4c39-93b5-4a2f8a3b0002";

        var reading = Readings.Caliper(
            Envelope(Person(), Grade(), Event("ViewEvent", "Viewed"), SectionOf("EAU130"), Event("ViewEvent", "Viewed"), other)
                .ToJsonString());


        reading.Completions.Select(completion => completion.EventId[^1]).ShouldBe(['1', '2']);
        reading.Ignored.ShouldBe([new("entity:Person"), new("ViewEvent:Viewed", 2), new("entity:CourseSection")]);
    }

    [Fact]
    public void The_order_of_members_does_not_matter()
    {
        var envelope = Envelope(Grade());
        var turned = new JsonObject(envelope.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

        Readings
            .Caliper(turned.ToJsonString())
            .Completions.Single()
            .ShouldBeEquivalentTo(Readings.Caliper(envelope.ToJsonString()).Completions.Single());
    }

    [Theory]
    [InlineData("id", "id")]
    [InlineData("eventTime", "eventTime")]
    public void A_grade_without_what_the_standard_demands_takes_no_other_down_and_is_told(string member, string why)
    {
        var faulty = Grade();
        faulty.Remove(member);

        var reading = Readings.Caliper(Envelope(faulty, Grade(), faulty.DeepClone()).ToJsonString());
        reading.Completions.ShouldHaveSingleItem();
        reading.Damaged.ShouldHaveSingleItem().ShouldContain(why);

        var alone = Readings.Caliper(Envelope(faulty.DeepClone()).ToJsonString());
        alone.Fault.ShouldBe(reading.Damaged[0]);
        alone.FaultStatus.ShouldBe(400);
    }

    [Fact]
    public void Noise_is_not_asked_for_what_the_standard_demands_of_it() =>
        Readings.Caliper(With(Event("ViewEvent", "Viewed"), view => view.Remove("eventTime"))).Ignored.ShouldBe([new("ViewEvent:Viewed")]);

    [Theory]
    [InlineData("\"GradeEvent\"", "\"Grade\\u0045vent\"")]
    [InlineData("\"type\":\"GradeEvent\"", "\"t\\u0079pe\":\"GradeEvent\"")]
    [InlineData("\"Graded\"", "\"http://purl.imsglobal.org/caliper/actions/Graded\"")]
    public void A_grade_that_is_written_otherwise_is_still_a_grade(string plain, string otherwise) =>
        Readings
            .Caliper(Envelope(Grade()).ToJsonString().Replace(plain, otherwise, StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem();

    [Theory]
    [InlineData("\"type\":\"ViewEvent\",")]
    [InlineData("\"action\":\"Viewed\",")]
    public void A_grade_does_not_hide_behind_a_member_named_twice(string first)
    {
        var json = Envelope(Grade()).ToJsonString();

        Readings
            .Caliper(json.Replace("\"type\":\"GradeEvent\"", $"{first}\"type\":\"GradeEvent\"", StringComparison.Ordinal))
            .Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Whatever_arrives_reading_never_throws()
    {
        var json = System.Text.Encoding.UTF8.GetBytes(Envelope(Person(), Grade(), Event("Event", "Completed")).ToJsonString());
        var random = new Random(20260302);
        for (var length = 0; length < json.Length; length++)
            Readings.Of("caliper", json[..length], "application/json").Fault.ShouldNotBeNull();
        for (var round = 0; round < 3000; round++)
        {
            var copy = json.ToArray();
            for (var i = random.Next(1, 5); i > 0; i--)
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
            Readings.Of("caliper", copy, "application/json").ShouldNotBeNull();
            Readings.Of("blackboard", copy, "application/json").ShouldNotBeNull();
            Readings.Of("canvas", copy, "application/json").ShouldNotBeNull();
        }
    }
}
