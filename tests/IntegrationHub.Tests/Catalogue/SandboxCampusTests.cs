using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Catalogue;

/// <summary>The sandbox's campus and the institution's files name the same things.</summary>
public sealed class SandboxCampusTests
{
    private static readonly JsonNode Campus = JsonNode.Parse(
        File.ReadAllText(Repository.Path("src", "IntegrationHub.Sandbox", "Campus", "campus.json")))!;


    private readonly Institution _lacnord = CatalogueFolders
        .Open(Repository.Path("src", "IntegrationHub.Sandbox", "Institutions"), settings: ("SandboxUrl", "http://localhost:7080"))
            .Get(Text(Campus["institution"]!["id"]));

    public static TheoryData<string> Courses => [.. Campus["courses"]!.AsArray().Select(course => Text(course!["code"]))];

    [Fact]
    public void The_institution_is_the_campus()
    {
        _lacnord.Name.ShouldBe(new BilingualText(Text(Campus["institution"]!["name"]!["fr"]), Text(Campus["institution"]!["name"]!["en"])));
        _lacnord.TimeZone.ShouldBe(Text(Campus["institution"]!["timeZone"]));
        _lacnord.Sources["canvas"].List("accounts").ShouldBe([Text(Campus["canvas"]!["rootAccountUuid"])]);
        _lacnord.Connection(ConnectionRole.Mail)!.Settings["sender"].ShouldBe(Text(Campus["institution"]!["sender"]));
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void A_course_leads_to_the_micro_credential_that_names_its_badge_and_its_section(string code)
    {
        var course = Campus["courses"]!.AsArray().Single(course => Text(course!["code"]) == code)!;
        var found = Found("canvas", [Text(course["canvasId"]), Text(course["canvasSisId"])], Text(course["assignmentId"]));
        found.Summary.Title.ShouldBe(new BilingualText(Text(course["name"]!["fr"]), Text(course["name"]!["en"])));
        found.Badge.ShouldNotBeNull().Class.ShouldBe(Text(course["badgeClass"]));
        if (found.Record.Kind == RecordTargetKind.SectionGrade)
            (found.Record with { WithdrawnGrade = null }).ShouldBe(new(
                    RecordTargetKind.SectionGrade,
                    Text(course["section"]),
                    Text(Campus["grades"]!["pass"]),
                    Text(Campus["grades"]!["finalType"])));
        if (found.Offerings.Any(offering => offering.Source == "moodle"))
            Found("moodle", [Text(course["moodleId"])], $"/mod/quiz/view.php?id={Text(course["quizCmid"])}").ShouldBeSameAs(found);
    }

    [Fact]
    public void The_completion_of_the_first_course_is_proof_by_itself() =>
        Found("canvas", [Text(Campus["courses"]![0]!["canvasId"])], null).Assessment!.EnforcedByLms.ShouldBeTrue();

    private MicroCredential Found(string source, string[] courses, string? assessment)
    {
        var match = _lacnord.Offerings.Match(source, courses, assessment);
        match.Kind.ShouldBe(OfferingMatchKind.Found);
        return match.MicroCredentials.ShouldHaveSingleItem();
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";
}
