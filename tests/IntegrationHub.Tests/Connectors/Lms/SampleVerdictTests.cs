using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>What the hub makes of every published payload, beside what its manifest says.</summary>
public sealed class SampleVerdictTests(ITestOutputHelper output)
{
    private static readonly Hub SharedHub = new(new Dictionary<string, string> { ["KEY"] = "key" });

    /// <summary>Payloads whose class names what they are about, but which bear too little to be it.</summary>
    private static readonly Dictionary<string, (string Verdict, string Why)> Exceptions = new()
    {
        ["blackboard/calculated-grade-snapshot-events.json"] = (
            "noise",
            "a grade only where object.isCourseGrade is true; the sample's is false"),
        ["caliper/v1p1.caliperEventGradeGradedItem.json"] = ("noise", "a single item of an assessment, graded"),
        ["d2l/bds.grade.template.json"] = ("noise", "neither learner nor score"),
        ["moodle/assignment_graded.event.json"] = Unscored,
        ["moodle/question_manually_graded.event.json"] = Unscored,
        ["moodle/question_manually_graded.statements.json"] = Unscored,
        ["moodle/quiz_attempt_submitted.event.json"] = Unscored,
        ["moodle/quiz_attempt_submitted_truefalse.event.json"] = Unscored,
        ["moodle/scorm_status_submitted.event.json"] = Unscored,
        ["moodle/scorm_status_submitted.statements.json"] = Unscored,
        ["xapi/adl_v2.bad.statements.no_actor.json"] = ("noise", "breaks a rule, but is nothing that could count"),
    };

    private static (string Verdict, string Why) Unscored => ("noise", "says that something was graded, without the grade");

    [Fact]
    public void Every_published_payload_gets_the_verdict_of_its_class()
    {
        Assert.SkipWhen(PublishedSample.All.Count == 0, "The samples are not beside this repository.");
        var rows = PublishedSample
            .All.Select(sample => (sample.File, sample.Class, Verdict: Verdict(sample), Expected: Expected(sample)))
            .ToList();


        foreach (var (file, @class, verdict, expected) in rows)
            output.WriteLine($"{(expected.Contains(verdict) ? "  " : "! ")}{file,-62} {@class,-11} {verdict,-11} {Why(file)}");

        rows.Where(row => !row.Expected.Contains(row.Verdict)).ShouldBeEmpty();
        Exceptions.Keys.ShouldBeSubsetOf(rows.Select(row => row.File));
    }

    private static string[] Expected(PublishedSample sample) => Exceptions.TryGetValue(sample.File, out var exception)
        ? [exception.Verdict]
        : sample.Class switch
        {
            "CREDENTIAL" => ["completion"],
            "ASSESSMENT" => ["assessment"],
            "GRADE" => ["grade"],
            "REGRADE" => ["assessment", "grade"],
            "REVOKE" or "VOID" => ["revoke"],
            "NOISE" => ["noise"],
            "NEGATIVE" => ["refused"],
            _ => ["completion", "assessment", "grade", "revoke", "noise", "refused"],
        };

    private static string Why(string file) => Exceptions.TryGetValue(file, out var exception) ? exception.Why : "";

    private static string Verdict(PublishedSample sample)
    {
        var reading = SharedHub.Lms(sample.Kind!).Read(sample.Source, sample.Delivery);
        return reading switch
        {
            { IsForeign: true } => "foreign",
            { Fault: not null } => "refused",
            { Completions: [] } => "noise",
            { Completions: [var first, ..] } => first switch
            {
                { Kind: CompletionKind.Completed } => "completion",
                { Kind: CompletionKind.Undone } => "revoke",
                { Assessment: null } => "grade",
                _ => "assessment",
            },
        };
    }
}
