using System.Text.Json.Nodes;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Statements;

/// <summary>When two statements are the same (xAPI 1.0.3, Data 2.3.1).</summary>
public sealed class StatementContentTests
{
    private const string Id = "7ccd3322-e1a5-411a-a67d-6a735c76f119";

    public static TheoryData<string, string?> WhatAStoreMaySetOrChange =>
        new()
        {
            { "stored", "\"2026-02-01T10:00:05Z\"" },
            { "authority", """{"mbox":"mailto:store@example.ca"}""" },
            { "version", "\"1.0.0\"" },
            { "attachments", "[]" },
            { "timestamp", "\"2026-02-01T05:00:00-05:00\"" },
            { "verb", """{"display":{"fr":"a terminé"},"id":"http://adlnet.gov/expapi/verbs/completed"}""" },
            {
                "object",
                """{"definition":{"type":"http://adlnet.gov/expapi/activities/course","name":{"fr":"Eau"}}"""
                    + ""","id":"https://lms.example.ca/courses/eau130"}"""
            },
            { "actor", """{"name":"Zoé","account":{"name":"301","homePage":"https://lms.example.ca"}}""" },
        };

    [Theory]
    [MemberData(nameof(WhatAStoreMaySetOrChange))]
    public void What_a_store_may_set_or_write_otherwise_makes_no_other_statement(string member, string? value) =>
        Digest(member, value).ShouldBe(Digest(null, null));

    [Theory]
    [InlineData("timestamp", "\"2026-02-01T10:00:01Z\"")]
    [InlineData("verb", """{"id":"http://adlnet.gov/expapi/verbs/passed"}""")]
    [InlineData(
        "object",
        """{"id":"https://lms.example.ca/courses/eau131","definition":{"type":"http://adlnet.gov/expapi/activities/course"}}""")]
    [InlineData("actor", """{"account":{"homePage":"https://lms.example.ca","name":"302"},"name":"Zoé"}""")]
    [InlineData("result", """{"duration":"PT60S"}""")]
    [InlineData("context", """{"platform":"LMS"}""")]
    public void Whatever_else_differs_makes_another(string member, string value) => Digest(member, value).ShouldNotBe(Digest(null, null));


    [Fact]
    public void The_members_of_a_group_and_the_case_of_a_domain_make_no_other_statement()
    {
        string With(string team) => Digest("context", $$$$"""{"team":{"objectType":"Group","member":[{{{{team}}}}]}}""");

        With("""{"mbox":"mailto:b@EXAMPLE.ca"},{"mbox":"mailto:a@example.ca"}""")
            .ShouldBe(With("""{"mbox":"mailto:a@example.ca"},{"mbox":"mailto:b@example.ca"}"""));
        With("""{"mbox":"mailto:B@example.ca"}""").ShouldNotBe(With("""{"mbox":"mailto:b@example.ca"}"""));
    }

    [Fact]
    public void A_statement_without_an_id_of_its_own_can_never_be_referred_to() =>
        Readings.XApi(StatementRuleTests.Statement().ToJsonString()).Completions.Single().Digest.ShouldBeNull();

    private static string Digest(string? member, string? value)
    {
        var statement = StatementRuleTests.Statement("completed", Id);
        if (member is not null)
            statement[member] = JsonNode.Parse(value!);
        return Readings.XApi(statement.ToJsonString()).Completions.ShouldHaveSingleItem().Digest.ShouldNotBeNull();
    }
}
