using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Testing.Connectors;
using IntegrationHub.Tests.Connectors.Lms.Statements;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>Most of what a learning record provider sends leads nowhere, and must cost next to nothing.</summary>
public sealed class NoiseStatementTests
{
    private const int Statements = 200;

    /// <summary>
    /// The id that the protocol answers with is a text of 36 characters: 96 bytes. Beside it stand the places in three lists.
    /// </summary>
    private const int MostBytes = 250;

    [Theory]
    [InlineData("xapi")]
    [InlineData("moodle")]
    public void A_noise_statement_costs_its_id_and_its_place_in_the_answer(string kind)
    {
        var lms = Readings.Lms(kind);
        var batch = new JsonArray([.. Enumerable.Range(0, Statements).Select(at => Viewed(at))]);
        var delivery = Readings.Delivery(batch.ToJsonString().Replace("/", @"\/", StringComparison.Ordinal), "1.0.3");
        var source = Readings.Source(kind);
        Read().Ignored.ShouldBe([new("viewed:core.course_viewed", Statements)]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Read();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Statements;

        TestContext.Current.SendDiagnosticMessage("{0}: {1} bytes allocated for each noise statement", kind, each);
        each.ShouldBeLessThan(MostBytes);

        Reading Read() => lms.Read(source, delivery);
    }

    [Fact]
    public void A_bare_event_that_is_noise_costs_nothing_at_all()
    {
        var lms = Readings.Lms("moodle");
        var delivery = Readings.Delivery(
            """{"eventname":"\\core\\event\\course_viewed","userid":"2","courseid":"7","timecreated":1769940000"""
                + ""","host":"moodle.example.ca"}""",
            version: null);
        var source = Readings.Source("moodle");
        var first = lms.Read(source, delivery);

        lms.Read(source, delivery).ShouldBeSameAs(first);
    }

    private static JsonObject Viewed(int at)
    {
        var statement = StatementRuleTests.Statement();
        statement["verb"]!["id"] = "http://id.tincanapi.com/verb/viewed";
        statement["object"]!["id"] = $"https://moodle.example.ca/course/view.php?id={at}";
        statement["context"] = JsonNode.Parse(
            """{"registration":"ec231277-b27b-4c15-8291-d29225b2b8f7","extensions":"""
                + """{"http://lrs.learninglocker.net/define/extensions/info":{"event_name":"\\core\\event\\course_viewed"}}}"""
        );
        return statement;
    }
}
