using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.XApi;

/// <summary>What cmi5 statements mean (cmi5, 9.3 and 9.6).</summary>
public sealed class Cmi5ReadingTests
{
    private const string Registration = "ec231277-b27b-4c15-8291-d29225b2b8f7";

    [Fact]
    public void Satisfied_on_the_course_completes_it_in_its_registration_under_both_of_its_ids() =>
        Read("https://w3id.org/xapi/adl/verbs/satisfied", "https://w3id.org/xapi/cmi5/activitytype/course").ShouldSatisfyAllConditions(
            course => course.Kind.ShouldBe(CompletionKind.Completed),
            course => course.Courses.ShouldBe(["https://lms.example.ca/made/41", "https://publisher.example.ca/water"]),
            course => course.Attempt.ShouldBe(Registration),
            course => course.Assessment.ShouldBeNull());

    [Fact]
    public void A_unit_that_was_passed_is_an_assessment_with_its_scaled_score() =>
        Read("http://adlnet.gov/expapi/verbs/passed", null, """{"success":true,"score":{"scaled":0.85}}""").ShouldSatisfyAllConditions(
            unit => unit.Kind.ShouldBe(CompletionKind.Assessed),
            unit => unit.Assessment.ShouldBe("https://lms.example.ca/made/41"),
            unit => unit.Courses.ShouldBe(["https://publisher.example.ca/water", "https://lms.example.ca/made/41"]),
            unit => unit.Score!.Percent.ShouldBe(85),
            unit => unit.Passed.ShouldBe(true),
            unit => unit.Attempt.ShouldBe(Registration));

    [Fact]
    public void A_unit_that_was_failed_is_failed_though_all_of_it_was_seen() =>
        Read(
                "http://adlnet.gov/expapi/verbs/failed",
                null,
                """{"success":false,"score":{"scaled":0.65,"raw":65,"min":0,"max":100}"""
                    + ""","extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":100}}""")
            .ShouldSatisfyAllConditions(
            unit => unit.Kind.ShouldBe(CompletionKind.Assessed),
            unit => unit.Passed.ShouldBe(false),
            unit => unit.Score!.Percent.ShouldBe(65));

    [Fact]
    public void A_unit_that_was_only_completed_is_noise() =>
        Readings.XApi(Statement("http://adlnet.gov/expapi/verbs/completed", null, """{"completion":true}""")).Completions.ShouldBeEmpty();

    [Fact]
    public void Outside_cmi5_a_registration_may_be_anything_and_names_no_attempt() =>
        Readings
            .XApi(
                Statement("http://adlnet.gov/expapi/verbs/passed", null, """{"success":true}""")
                    .Replace("categories/cmi5", "categories/other", StringComparison.Ordinal))
            .Completions.ShouldHaveSingleItem().Attempt.ShouldBeNull();

    private static Completion Read(string verb, string? type, string result = "{}") =>
        Readings.XApi(Statement(verb, type, result)).Completions.ShouldHaveSingleItem();

    private static string Statement(string verb, string? type, string result)
    {
        var definition = type is null ? "{}" : $"{{\"type\":\"{type}\"}}";
        return $$$$"""
            {"id":"2a41c918-b88b-4220-80a5-a4c32391a240",
             "actor":{"objectType":"Agent","account":{"homePage":"https://lms.example.ca","name":"1625378"}},
             "verb":{"id":"{{{{verb}}}}"},
             "object":{"id":"https://lms.example.ca/made/41","objectType":"Activity","definition":{{{{definition}}}} },
             "result":{{{{result}}}},
             "context":{"registration":"{{{{Registration}}}}","contextActivities":{
               "category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"}],
               "grouping":[{"id":"https://publisher.example.ca/water"}]}},
             "timestamp":"2026-02-01T10:00:00Z"}
            """;
    }
}
