using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Moodle;

/// <summary>Certificates of tool_certificate: issued and revoked, by statement and by the bare event.</summary>
public sealed class CertificateTests
{
    private const string Code = "4303209428AU";

    [Theory]
    [InlineData("issued", CompletionKind.Completed)]
    [InlineData("revoked", CompletionKind.Undone)]
    public void The_bare_event_is_of_any_certificate_and_of_its_course_by_its_code(string what, CompletionKind kind)
    {
        var completion = Readings.Moodle(Bare(what, course: "21")).Completions.ShouldHaveSingleItem();

        (completion.Kind, completion.Attempt).ShouldBe((kind, Code));
        completion.Courses.ShouldBe(["certificate/any", "certificate/course/21"]);
        Readings.Moodle(Bare(what, course: "0")).Completions.Single().Courses.ShouldBe(["certificate/any"]);
    }

    [Theory]
    [InlineData("issued", "achieved", CompletionKind.Completed)]
    [InlineData("revoked", "forfeited", CompletionKind.Undone)]
    public void The_statement_names_the_code_only(string what, string verb, CompletionKind kind)
    {
        var completion = Readings.Moodle(Statement(what, verb), "1.0.3").Completions.ShouldHaveSingleItem();

        (completion.Kind, completion.Attempt).ShouldBe((kind, Code));
        completion.Courses.ShouldBe(["certificate/any"]);
    }

    [Theory]
    [InlineData("issued", CompletionKind.Completed)]
    [InlineData("revoked", CompletionKind.Undone)]
    public void Others_payloads_count(string what, CompletionKind kind)
    {
        Readings.Moodle(Readings.CaseFile($"lms/certificate_{what}.event.json")).Completions.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        Readings.Moodle(Readings.CaseFile($"lms/certificate_{what}.statements.json"), "1.0.3")
            .Completions.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    private static string Bare(string what, string course) => $$"""
        {"eventname":"\\tool_certificate\\event\\certificate_{{what}}","objectid":8,"relateduserid":301,"userid":2,"courseid":{{course}},
         "other":"a:1:{s:4:\"code\";s:12:\"{{Code}}\";}","timecreated":1769940000,"host":"https://moodle.example.ca"}
        """;

    private static string Statement(string what, string verb) => $$"""
        [{"actor":{"account":{"homePage":"https://moodle.example.ca","name":"301"} },
          "verb":{"id":"https://w3id.org/xapi/tla/verbs/{{verb}}"},"timestamp":"2026-02-01T10:00:00Z",
          "object":{"id":"https://moodle.example.ca/admin/tool/certificate/index.php?code={{Code}}"},
          "context":{"extensions":{"http://lrs.learninglocker.net/define/extensions/info":{
           "event_name":"\\tool_certificate\\event\\certificate_{{what}}"} } } }]
        """;
}
