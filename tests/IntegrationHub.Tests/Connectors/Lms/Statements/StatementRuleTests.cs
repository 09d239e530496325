using System.Text.Json.Nodes;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Statements;

/// <summary>What xAPI 1.0.3 and 2.0 ask of statements that may count; noise is not judged.</summary>
public sealed class StatementRuleTests
{
    private const string Id = "7ccd3322-e1a5-411a-a67d-6a735c76f119";

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.0.0")]
    [InlineData("1.0.3")]
    [InlineData("2.0.0")]
    public void Both_versions_of_the_standard_are_spoken(string version) =>
        Readings.XApi(Statement().ToJsonString(), version).Fault.ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("0.9")]
    [InlineData("0.95")]
    [InlineData("1.1.0")]
    [InlineData("1.0.x")]
    [InlineData("3.0.0")]
    public void A_request_without_a_version_that_is_spoken_is_refused(string? version)
    {
        var reading = Readings.XApi("[]", version);

        reading.Fault.ShouldNotBeNull().ShouldContain("X-Experience-API-Version");
        reading.FaultStatus.ShouldBe(400);
    }

    [Theory]
    [InlineData("actor", null, "actor")]
    [InlineData("actor", "{}", "exactly one")]
    [InlineData("actor", """{"mbox":"zoe@example.ca"}""", "mailto:")]
    [InlineData("actor", """{"mbox":"mailto:a@example.ca","openid":"https://example.ca/a"}""", "exactly one")]
    [InlineData("actor", """{"account":{"name":"301"}}""", "homePage")]
    [InlineData("actor", """{"account":"301"}""", "account")]
    [InlineData("actor", """{"objectType":"Group"}""", "members")]
    [InlineData("actor", """{"objectType":"agent","mbox":"mailto:a@example.ca"}""", "neither an agent nor a group")]
    [InlineData("verb", null, "verb.id")]
    [InlineData("verb", "\"completed\"", "verb.id")]
    [InlineData("verb", """{"id":"completed"}""", "verb.id")]
    [InlineData("verb", """{"display":{"en":"completed"}}""", "verb.id")]
    [InlineData("object", null, "object")]
    [InlineData("object", """{"id":"no iri"}""", "object")]
    [InlineData("object", """{"id":{}}""", "object")]
    [InlineData("object", """{"objectType":"StatementRef","id":"https://example.ca"}""", "UUID")]
    [InlineData("object", """{"objectType":"Course","id":"https://example.ca"}""", "objectType")]
    [InlineData("id", "\"not-a-uuid\"", "UUID")]
    [InlineData("id", "7", "UUID")]
    [InlineData("timestamp", "\"yesterday\"", "ISO 8601")]
    [InlineData("version", "\"0.9\"", "version")]
    [InlineData("version", "\"2.0.0\"", "version")]
    public void One_bad_statement_takes_no_other_down_and_the_broken_rule_is_named(string member, string? value, string why)
    {
        var (good, bad) = (Statement("completed").ToJsonString(), Bad("completed", member, value));
        foreach (var batch in new[] { $"[{good},{bad}]", $"[{bad},{good}]", $"[{good},{bad},{good},{bad}]" })
        {
            var reading = Readings.XApi(batch);

            reading.Fault.ShouldBeNull();
            reading.Completions.Select(completion => completion.EventId).Distinct().ShouldHaveSingleItem();
            // The sentence is the fingerprint of the cause: where in the batch it is must not make another.
            reading.Damaged.ShouldHaveSingleItem().ShouldContain(why);
            reading.EventIds.Count.ShouldBe(JsonNode.Parse(batch)!.AsArray().Count);
        }

        var alone = Readings.XApi(bad);
        alone.Fault.ShouldNotBeNull().ShouldContain(why);
        (alone.FaultStatus, alone.Completions.Count).ShouldBe((400, 0));
        Readings.XApi($"[{bad},{bad}]").Fault.ShouldBe(alone.Fault, "nothing of it can be read");
    }

    [Theory]
    [InlineData("actor", "{}")]
    [InlineData("object", """{"objectType":"GroupActivity","id":"https://example.ca/problem"}""")]
    [InlineData("object", """{"objectType":"Activity"}""")]
    [InlineData("id", "7")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("version", "\"0.9\"")]
    public void Noise_is_not_judged(string member, string value)
    {
        var (good, noise) = (Statement("completed").ToJsonString(), Bad("launched", member, value));

        Readings.XApi($"[{noise},{good}]").ShouldSatisfyAllConditions(
            reading => (reading.Fault, reading.Damaged.Count, reading.Completions.Count).ShouldBe((null, 0, 1)),
            reading => reading.Ignored.ShouldBe([new("launched")]));
        Readings.XApi(noise).ShouldSatisfyAllConditions(
            reading => (reading.Fault, reading.Damaged.Count, reading.EventIds.Count).ShouldBe((null, 0, 1)));
    }

    [Theory]
    [InlineData("""{"objectType":"Group","member":[{"mbox":"mailto:a@example.ca"}]}""")]
    [InlineData("""{"objectType":"Group","account":{"homePage":"https://lms.example.ca","name":"team"}}""")]
    [InlineData("""{"openid":"https://id.example.ca/zoe"}""")]
    [InlineData("""{"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}""")]
    public void Whoever_the_standard_lets_act_may_act(string actor)
    {
        var statement = Statement();
        statement["actor"] = JsonNode.Parse(actor);

        Readings.XApi(statement.ToJsonString()).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("launched")]
    public void The_same_id_twice_in_a_batch_counts_once_however_it_is_written(string verb)
    {
        var (one, other) = (Statement(verb, Id), Statement(verb, Id.ToUpperInvariant()));

        Readings.XApi(one.ToJsonString()).EventIds.ShouldBe([Id]);
        Readings.XApi(other.ToJsonString()).EventIds.ShouldBe([Id]);
        var both = Readings.XApi($"[{one.ToJsonString()},{other.ToJsonString()}]");
        both.Completions.Count.ShouldBe(verb == "completed" ? 1 : 0);
        both.Damaged.ShouldBe(verb == "completed" ? ["Two statements of the batch have the same id."] : []);
    }

    [Theory]
    [InlineData("verb")]
    [InlineData("result")]
    public void A_member_that_comes_twice_is_refused_for_readers_would_disagree(string member)
    {
        var statement = Statement("launched", Id).ToJsonString();
        var twice = statement[..^1] + $",\"{member}\":{{}},\"{member}\":{Statement("completed", Id)["verb"]!.ToJsonString()}}}";

        Readings.XApi(twice.Replace("launched", "completed", StringComparison.Ordinal)).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Ids_come_back_in_order_given_or_made_and_made_again_alike()
    {
        var batch =
            $"[{Statement("launched").ToJsonString()},{Statement("launched", Id).ToJsonString()},{Statement("completed").ToJsonString()}]";

        var ids = Readings.XApi(batch).EventIds;

        ids[1].ShouldBe(Id);
        ids.All(id => Guid.TryParseExact(id, "D", out _)).ShouldBeTrue();
        Readings.XApi(batch).EventIds.ShouldBe(ids);
    }

    [Fact]
    public void What_version_two_added_is_tolerated()
    {
        var statement = Statement("completed", Id);
        statement["version"] = "2.0.0";
        statement["context"] = JsonNode.Parse("""
            {"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:coach@example.ca"},
             "relevantTypes":["https://example.ca/coach"]}],
             "contextGroups":[{"objectType":"contextGroup","group":{"objectType":"Group","mbox":"mailto:team@example.ca"} }]}
            """);

        Readings.XApi(statement.ToJsonString(), "2.0.0").Completions.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_statement_put_under_its_id_bears_it()
    {
        var put = Readings.Delivery(Statement("completed").ToJsonString(), "1.0.3") with { EventId = Id };
        var reading = Readings.Lms("xapi").Read(Readings.Source("xapi"), put);
        reading.EventIds.ShouldBe([Id]);
        reading
            .Completions.ShouldHaveSingleItem()
            .Digest.ShouldBe(Readings.XApi(Statement("completed", Id).ToJsonString()).Completions.Single().Digest);

        var other = put with
        {
            EventId = "8ccd3322-e1a5-411a-a67d-6a735c76f119",
            Body = Readings.Delivery(Statement("completed", Id).ToJsonString(), "1.0.3").Body,
        };
        Readings
            .Lms("xapi")
            .Read(Readings.Source("xapi"), other)
            .Fault.ShouldBe("The statement has another id than the parameter statementId.");
        Readings.Lms("xapi").Read(Readings.Source("xapi"), put with { EventId = "7" }).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Escaped_slashes_as_php_writes_them_change_nothing()
    {
        var plain = Statement("completed", Id).ToJsonString();
        var escaped = plain.Replace("/", @"\/", StringComparison.Ordinal);

        Readings.XApi(escaped).Completions.Single().Digest.ShouldBe(Readings.XApi(plain).Completions.ShouldHaveSingleItem().Digest);
        Readings.XApi(Statement("launched").ToJsonString().Replace("/", @"\/", StringComparison.Ordinal)).Ignored.ShouldBe(["launched"]);
    }

    [Fact]
    public void A_verb_hidden_in_escapes_is_still_the_verb()
    {
        var hidden = string.Concat("http://adlnet.gov/expapi/verbs/completed".Select(letter => $@"\u{(int)letter:x4}"));

        Readings
            .XApi(
                Statement("completed").ToJsonString().Replace("http://adlnet.gov/expapi/verbs/completed", hidden, StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem();
    }

    private static string Bad(string verb, string member, string? value)
    {
        var bad = Statement(verb);
        bad[member] = value is null ? null : JsonNode.Parse(value);
        return bad.ToJsonString();
    }

    internal static JsonObject Statement(string verb = "completed", string? id = null)
    {
        var statement = JsonNode.Parse($$$$"""
            {"actor":{"account":{"homePage":"https://lms.example.ca","name":"301"},"name":"Zoé"},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/{{{{verb}}}}","display":{"en":"{{{{verb}}}}"}},
             "object":{"id":"https://lms.example.ca/courses/eau130","definition":{"type":"http://adlnet.gov/expapi/activities/course"}},
             "timestamp":"2026-02-01T10:00:00Z"}
            """)!.AsObject();
        if (id is not null)
            statement["id"] = id;
        return statement;
    }
}
