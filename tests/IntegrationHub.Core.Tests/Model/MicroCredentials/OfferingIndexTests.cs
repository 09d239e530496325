using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Core.Tests.Model.MicroCredentials;

public sealed class OfferingIndexTests
{
    private readonly OfferingIndex _offerings = Institution(
        Entry("sampling", new Offering("canvas", "501", "31"), new Offering("moodle", "12", "/mod/quiz/view.php?id=7")),
        Entry("testing", new Offering("canvas", "501", "32"), new Offering("canvas", "SIS-9")),
        Entry("safety", new Offering("canvas", "502"))).Offerings;

    [Fact]
    public void A_score_of_the_summative_assessment_counts_for_its_micro_credential_only() =>
        Found("canvas", ["501"], "31").ShouldBe(["sampling"]);

    [Fact]
    public void The_completion_of_a_course_counts_for_all_that_it_leads_to() =>
        Found("canvas", ["501"], null).ShouldBe(["sampling", "testing"]);

    [Fact]
    public void Any_id_of_the_course_finds_it_and_two_find_it_once()
    {
        Found("canvas", ["999", "SIS-9"], null).ShouldBe(["testing"]);
        Found("canvas", ["501", "SIS-9"], null).ShouldBe(["sampling", "testing"]);
    }

    [Fact]
    public void A_course_that_is_offered_nowhere_is_told_apart_from_an_assessment_that_is_not_the_summative_one()
    {
        _offerings.Match("canvas", ["777"], "31").Kind.ShouldBe(OfferingMatchKind.UnknownCourse);
        _offerings.Match("moodle", ["501"], "31").Kind.ShouldBe(OfferingMatchKind.UnknownCourse);
        _offerings.Match("canvas", [], null).Kind.ShouldBe(OfferingMatchKind.UnknownCourse);
        _offerings.Match("canvas", ["501"], "99").Kind.ShouldBe(OfferingMatchKind.OtherAssessment);
    }

    [Fact]
    public void Where_no_assessment_is_named_single_scores_do_not_count() =>
        _offerings.Match("canvas", ["502"], "40").Kind.ShouldBe(OfferingMatchKind.OtherAssessment);

    [Fact]
    public void The_grade_of_a_whole_course_never_stands_in_for_an_assessment_that_is_named()
    {
        Found("canvas", ["501", "SIS-9"], null, CompletionKind.Assessed).ShouldBe(["testing"]);
        Found("canvas", ["501"], null, CompletionKind.Assessed).ShouldBeEmpty();
        Found("canvas", ["501"], null, CompletionKind.Undone).ShouldBe(["sampling", "testing"]);
    }

    [Fact]
    public void A_course_of_any_term_finds_the_offering_of_all_terms_and_the_very_course_goes_before_it()
    {
        var offerings = Institution(
            Entry("hygiene", new Offering("canvas", "CYB120-{term}") { Terms = Offering.PatternOf("CYB120-{term}", @"\d{4}(H|E|A)") }),
            Entry("hygiene-plus", new Offering("canvas", "CYB120-2026E"))).Offerings;
        string[] Of(string course) => [.. offerings.Match("canvas", ["501", course], null).MicroCredentials.Select(found => found.Code)];

        Of("CYB120-2026A").ShouldBe(["hygiene"]);
        Of("CYB120-2026E").ShouldBe(["hygiene-plus"]);
        foreach (var other in new[] { "CYB120-2026", "xCYB120-2026A", "CYB120-2026A.01", "CYB120-2026A\n", "cyb120-2026A" })
            Of(other).ShouldBeEmpty();
        offerings.Match("moodle", ["CYB120-2026A"], null).Kind.ShouldBe(OfferingMatchKind.UnknownCourse);
    }

    [Fact]
    public void An_institution_with_another_catalogue_has_another_index()
    {
        var institution = Institution(Entry("sampling", new Offering("canvas", "501")));
        var changed = institution with { MicroCredentials = new Dictionary<string, MicroCredential>() };
        institution.Offerings.Match("canvas", ["501"], null).Kind.ShouldBe(OfferingMatchKind.Found);
        changed.Offerings.Match("canvas", ["501"], null).Kind.ShouldBe(OfferingMatchKind.UnknownCourse);
    }

    private IEnumerable<string> Found(
        string source,
        string[] courses,
        string? assessment,
        CompletionKind kind = CompletionKind.Completed) =>
        _offerings.Match(source, courses, assessment, kind).MicroCredentials.Select(found => found.Code);

    private static Institution Institution(params MicroCredential[] entries) => new()
    {
        Id = "lac",
        Name = new("Lac", "Lake"),
        TimeZone = "America/Toronto",
        Pepper = "LAC_PEPPER",
        Sources = new Dictionary<string, Source>(),
        Connections = new Dictionary<ConnectionRole, Connection>(),
        MicroCredentials = entries.ToDictionary(entry => entry.Code),
    };

    private static MicroCredential Entry(string code, params Offering[] offerings) => new()
    {
        Code = code,
        Version = 1,
        Summary = new() { Title = new(code, code), Description = new(code, code) },
        Assessment = new(80, false),
        Record = new(RecordTargetKind.None),
        Offerings = offerings,
    };
}
