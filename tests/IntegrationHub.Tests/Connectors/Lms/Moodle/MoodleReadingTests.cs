using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Moodle;

/// <summary>Moodle by each of its three plugins.</summary>
public sealed class MoodleReadingTests
{
    [Fact]
    public void A_course_completed_by_local_webhooks_names_the_learner_and_not_who_acted() =>
        Readings.Moodle(Webhook(@"\\core\\event\\course_completed")).Completions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            completion => completion.Kind.ShouldBe(CompletionKind.Completed),
            completion => completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "301")]),
            completion => completion.Courses.ShouldBe(["7"]),
            completion => completion.At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1769940000)),
            completion => completion.Tenant.ShouldBe("moodle.example.ca"),
            completion => completion.EventName.ShouldBe(@"\core\event\course_completed"),
            completion => completion.Score.ShouldBeNull(),
            completion => completion.Digest.ShouldBeNull());

    /// <summary>The endpoint and the password come along with a copied database; the host does not.</summary>
    [Theory]
    [InlineData("moodle.example.ca", false)]
    [InlineData("https://Moodle.example.ca/", false)]
    [InlineData("https://other.example.ca moodle.example.ca", false)]
    [InlineData("https://moodle-test.example.ca", true)]
    [InlineData("example.ca", true)]
    public void Of_a_site_that_the_source_does_not_state_nothing_is_taken(string sites, bool isForeign)
    {
        var bare = Readings.Of(
            "moodle",
            System.Text.Encoding.UTF8.GetBytes(Webhook(@"\\core\\event\\course_completed")),
            null,
            ("sites", sites));
        var statement = Readings.Read("moodle", ("sites", sites))(Readings.Delivery(Completed("https://moodle.example.ca"), "1.0.3"));
        foreach (var reading in new[] { bare, statement })
        {
            reading.Fault.ShouldBeNull();
            LmsSite.IsOfAnother(Arrived.Source("moodle", $"sites: {sites}"), reading).ShouldBe(isForeign);
        }
    }

    [Fact]
    public void A_statement_says_of_which_site_it_is()
    {
        Readings.Moodle(Completed("https://moodle-test.example.ca"), "1.0.3").Completions.Single().Site
            .ShouldBe(new LmsSite("moodle-test.example.ca"));
        Readings.Moodle(Webhook(@"\\core\\event\\course_completed")).Completions.Single().Site.ShouldBe(new LmsSite("moodle.example.ca"));
    }

    [Fact]
    public void What_a_copy_of_a_real_Moodle_sent_is_of_another_site()
    {
        var delivery = Readings.Case("moodle/copy-of-moodle.json").ShouldHaveSingleItem();

        Readings.Moodle(delivery, "1.0.3").Completions.ShouldHaveSingleItem().Site.ShouldBe(new LmsSite("moodle-test.example.ca"));
        LmsSite.IsOfAnother(Arrived.Source("moodle", "sites: moodle.example.ca"), Readings.Moodle(delivery, "1.0.3")).ShouldBeTrue();
    }

    private static string Completed(string site) => $$"""
        [{
          "actor": { "account": { "homePage": "{{site}}", "name": "301" } },
          "verb": { "id": "http://adlnet.gov/expapi/verbs/completed" },
          "object": { "id": "{{site}}/course/view.php?id=7", "definition": { "type": "https://w3id.org/xapi/cmi5/activitytype/course" } },
          "timestamp": "2026-11-02T15:00:00Z",
              "context": { "extensions": {
                "http://lrs.learninglocker.net/define/extensions/info": { "event_name": "\\core\\event\\course_completed" } } }
        }]
        """;

    [Fact]
    public void The_same_event_sent_again_has_the_same_id_and_another_has_another()
    {
        string Id(string event_, string learner) => Readings.Moodle(Webhook(event_, learner)).Completions.Single().EventId;

        Id(@"\\core\\event\\course_completed", "301").ShouldBe(Id(@"\\core\\event\\course_completed", "301"));
        Id(@"\\core\\event\\course_completed", "301").ShouldNotBe(Id(@"\\core\\event\\course_completed", "302"));
        Id(@"\\core\\event\\badge_awarded", "301").ShouldNotBe(Id(@"\\core\\event\\badge_revoked", "301"));
    }

    [Theory]
    [InlineData(@"\\core\\event\\badge_awarded", CompletionKind.Completed)]
    [InlineData(@"\\core\\event\\badge_revoked", CompletionKind.Undone)]
    public void A_badge_is_a_course_of_its_own_and_never_the_course_it_hangs_on(string event_, CompletionKind kind)
    {
        var completion = Readings.Moodle(Webhook(event_)).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(kind);
        completion.Courses.ShouldBe(["badge/4"]);
    }

    [Theory]
    [InlineData(@"\\core\\event\\course_viewed", "core.course_viewed")]
    [InlineData(@"\\core\\event\\course_module_completion_updated", "core.course_module_completion_updated")]
    [InlineData(@"\\mod_quiz\\event\\attempt_abandoned", "mod_quiz.attempt_abandoned")]
    [InlineData(@"\\mod_quiz\\event\\attempt_submitted", "unscored:mod_quiz.attempt_submitted")]
    [InlineData(@"\\mod_quiz\\event\\question_manually_graded", "unscored:mod_quiz.question_manually_graded")]
    [InlineData(@"\\mod_assign\\event\\submission_graded", "unscored:mod_assign.submission_graded")]
    [InlineData(@"\\core\\event\\user_graded", "unscored:core.user_graded")]
    [InlineData(@"\u005ccore\\event\\course_viewed", "core.course_viewed")]
    public void A_bare_event_bears_no_result_and_is_counted_by_name(string event_, string label)
    {
        var reading = Readings.Moodle(Webhook(event_));

        (reading.Completions.Count, reading.Fault).ShouldBe((0, null));
        reading.Ignored.ShouldBe([label]);
        reading.Answer.ShouldBe(AnswerForm.Tracking);
    }

    [Theory]
    [InlineData(150)]
    [InlineData(318)]
    [InlineData(320)]
    [InlineData(5000)]
    public void An_event_with_a_name_longer_than_any_is_counted_among_the_others(int length)
    {
        var reading = Readings.Moodle(Webhook($@"\\mod_{new string('x', length)}\\y"));

        (reading.Fault, reading.Completions.Count).ShouldBe((null, 0));
        reading.Ignored.ShouldBe(["other"]);
    }

    [Fact]
    public void A_workflow_of_tool_trigger_brings_the_student_number_the_login_and_the_address()
    {
        var completion = Readings.Moodle("""
            {"eventname":"\\core\\event\\course_completed","courseid":"7","relateduserid":"301","timecreated":"1769940000",
                 "user_idnumber":"900100408","user_username":"zoe.l","user_email":"zoe eau@example.ca","course_idnumber":"EAU-130",
                  "course_shortname":"{course_shortname}"}
            """).Completions.ShouldHaveSingleItem();

        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.StudentNumber, "900100408"), new(LearnerReferenceKind.LmsId, "301"),
            new(LearnerReferenceKind.Login, "zoe.l"), new(LearnerReferenceKind.Email, "zoe+eau@example.ca")]);
        completion.Courses.ShouldBe(["7", "EAU-130"]);
    }

    [Theory]
    [InlineData("relateduserid", "301")]
    [InlineData("timecreated", "1769940000")]
    [InlineData("courseid", "7")]
    public void A_completion_that_lacks_what_it_needs_is_kept_for_a_person(string member, string value)
    {
        var reading = Readings.Moodle(
            Webhook(@"\\core\\event\\course_completed")
                .Replace($"\"{member}\": \"{value}\"", $"\"{member}\": null", StringComparison.Ordinal));

        reading.Fault.ShouldNotBeNull().ShouldContain(member);
        reading.FaultStatus.ShouldBe(200);
    }

    [Theory]
    [InlineData("action=course_completion&course=7")]
    [InlineData("""{"name":"Course Completed","event":"\\core\\event\\course_completed"}""")]
    [InlineData("")]
    [InlineData("7")]
    public void What_is_no_event_is_kept_for_a_person(string body) => Readings.Moodle(body).Fault.ShouldNotBeNull();

    [Fact]
    public void However_an_event_is_cut_short_or_bent_the_answer_is_a_reading()
    {
        var json = Webhook(@"\\core\\event\\course_completed");
        for (var length = 0; length < json.Length; length++)
            Readings.Moodle(json[..length]).Fault.ShouldNotBeNull();
        foreach (var value in new[] { "null", "{}", "[]", "1e300", "-1", "99999999999999999999", "\"\"", "true" })
            Readings.Moodle(json.Replace("\"1769940000\"", value, StringComparison.Ordinal)).Fault.ShouldNotBeNull();
    }

    [Fact]
    public void Statements_of_the_log_store_are_told_by_their_header_and_go_by_its_rules()
    {
        Readings.Moodle("[]", "1.0.3").Answer.ShouldBe(AnswerForm.EventIds);
        Readings.Moodle("[]").FaultStatus.ShouldBe(400);
    }

    [Theory]
    [InlineData("passed", "{}", true)]
    [InlineData("failed", "{}", false)]
    [InlineData("completed", """{"score":{"raw":8,"min":0,"max":10,"scaled":0.6}}""", null)]
    public void A_scorm_status_counts_where_it_says_how_it_went(string verb, string result, bool? passed)
    {
        var scorm = Readings.Moodle($"[{Scorm(verb, result)}]", "1.0.3").Completions.ShouldHaveSingleItem();

        scorm.Kind.ShouldBe(CompletionKind.Assessed);
        scorm.Passed.ShouldBe(passed);
        scorm.Assessment.ShouldBe("/mod/scorm/view.php?id=9");
        scorm.Score?.Percent.ShouldBe(80);
    }

    [Fact]
    public void A_scorm_status_that_says_nothing_is_noise() =>
        Readings.Moodle($"[{Scorm("completed", "{}")}]", "1.0.3").Ignored.ShouldBe(["completed:mod_scorm.status_submitted"]);

    [Theory]
    [InlineData("course_completed", "Completed")]
    [InlineData("badge_awarded", "Completed")]
    [InlineData("badge_revoked", "Undone")]
    [InlineData("course_viewed", "core.course_viewed")]
    [InlineData("user_enrolment_created", "core.user_enrolment_created")]
    [InlineData("module_uncompleted", "core.course_module_completion_updated")]
    [InlineData("assignment_submitted", "mod_assign.assessable_submitted")]
    [InlineData("assignment_graded", "unscored:mod_assign.submission_graded")]
    [InlineData("quiz_attempt_submitted", "unscored:mod_quiz.attempt_submitted")]
    [InlineData("question_manually_graded", "unscored:mod_quiz.question_manually_graded")]
    [InlineData("quiz_attempt_reviewed", "mod_quiz.attempt_reviewed")]
    public void The_published_events_mean_what_they_mean(string sample, string meaning)
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");

        var reading = Readings.Moodle(
            File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", "moodle", $"{sample}.event.json")));

        reading.Fault.ShouldBeNull();
        reading
            .Completions.Select(completion => completion.Kind.ToString())
            .Concat(reading.Ignored.Select(ignored => ignored.Kind))
            .ShouldBe([meaning]);
    }

    private static string Webhook(string eventName, string learner = "301") => $$$$"""
            {"eventname": "{{{{eventName}}}}", "component": "core", "objecttable": "course_completions", "objectid": "4", "crud": "u",
             "edulevel": 2,
             "contextid": 88, "contextlevel": 50, "contextinstanceid": "7", "userid": "2", "courseid": "7",
             "relateduserid": "{{{{learner}}}}", "anonymous": 0,
         "other": {"relateduserid": 999}, "timecreated": "1769940000", "host": "moodle.example.ca", "token": "", "extra": ""}
        """;

    private static string Scorm(string verb, string result) => $$$$"""
        {"actor":{"account":{"homePage":"https://moodle.example.ca","name":"301"}},
         "verb":{"id":"http://adlnet.gov/expapi/verbs/{{{{verb}}}}"},
             "object":{"id":"https://moodle.example.ca/mod/scorm/view.php?id=9#sco",
              "definition":{"type":"https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/scorm-content-object"}},
         "result":{{{{result}}}},
         "context":{"contextActivities":{"parent":[
           {"id":"https://moodle.example.ca/mod/scorm/view.php?id=9","definition":{"type":"http://adlnet.gov/expapi/activities/module"}},
           {"id":"https://moodle.example.ca/course/view.php?id=7","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"}}]},
          "extensions":{"http://lrs.learninglocker.net/define/extensions/info":{"event_name":"\\mod_scorm\\event\\status_submitted"}}},
         "timestamp":"2026-02-01T10:00:00Z"}
        """;
}
