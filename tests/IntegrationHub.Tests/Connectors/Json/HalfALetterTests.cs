using IntegrationHub.Testing.Connectors;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Tests.Connectors.Lms;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Json;

/// <summary>Half of a surrogate pair is allowed by JSON's grammar and is no text: .NET throws where it is asked for it.</summary>
public sealed class HalfALetterTests
{
    private static readonly string[] Bodies =
    [
        """{"\ud800":1}""", """[{"\ud800":1}]""", """{"a":{"\ud800":1}}""",
        """{"metadata":{"\ud800":1},"body":{"\ud800":1}}""", """{"metadata":{"event_name":"\ud800","event_time":"\ud800"}}""",
        """{"eventname":"\ud800"}""", """{"name":"\ud800","event_type":"\ud800"}""", """{"event_metadata":{"\ud800":1}}""",
        """{"name":"edx.course.grade.now_failed","timestamp":"2026-01-31T20:28:12Z","event":"{\"\\ud800\":1}"}""",
        """{"sensor":"\ud800","sendTime":"\ud800","dataVersion":"\ud800","data":[{"\ud800":1,"type":"\ud800","action":"\ud800"}]}""",
        """{"actor":{"\ud800":1},"verb":{"id":"\ud800"},"object":{"\ud800":1},"id":"\ud800","timestamp":"\ud800"}""",
        """{"actor":{"account":{"\ud800":1,"name":"\ud800"}},"verb":{"\ud800":"a","id":"http://adlnet.gov/expapi/verbs/passed"}"""
            + ""","object":{"id":"\ud800"}}""",
        """{"gradingProgress":"\ud800","activityProgress":"\ud800","userId":"\ud800"}""",
        """{"specversion":"1.0","type":"\ud800","source":"\ud800","id":"\ud800","data":{"\ud800":1}}""",
    ];

    public static TheoryData<string> Kinds => [.. HubKinds.All.Sources.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_completes_nothing_and_nothing_breaks(string kind)
    {
        var source = Arrived.Source(kind, "accounts: an-account\nevent: $.name\ncompletedWhen: done\nlogin: $.a\ncourse: $.b\ntime: $.c");
        foreach (var body in Bodies)
        {
            foreach (var type in new[] { "application/json", "application/cloudevents+json", "application/x-www-form-urlencoded" })
                Arrived.Read(source, Arrived.Delivery(body, type, ("X-Experience-API-Version", "1.0.3"))).Completions.ShouldBeEmpty();
            Arrived
                .Read(
                    source,
                    Arrived.Delivery(
                        body,
                        "application/json",
                        ("ce-specversion", "1.0"),
                        ("ce-type", "done"),
                        ("ce-source", "s"),
                        ("ce-id", "1")))
                .Completions.ShouldBeEmpty();
            Arrived.Read(source, body).Completions.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"a":{"\ud800":1,"\ud801":2}}""")]
    public void An_answer_that_bears_it_in_a_name_is_no_JSON(string answer) => JsonReading.TryParse(answer).ShouldBeNull();
}
