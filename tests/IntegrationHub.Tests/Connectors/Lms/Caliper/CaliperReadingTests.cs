using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms.Caliper;

public sealed class CaliperReadingTests
{
    private static readonly JsonObject Course = new() { ["id"] = "https://lms.example.ca/courses/502", ["type"] = "CourseOffering" };

    [Fact]
    public void A_grade_names_the_learner_who_attempted_and_never_the_grader()
    {
        var completion = One(Grade());

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Learner.ShouldBe([
            new(LearnerReferenceKind.LmsId, "390"),
            new(LearnerReferenceKind.Other, "https://lms.example.ca/users/390"),
        ]);
        completion.Assessment.ShouldBe("https://lms.example.ca/quizzes/31");
        completion.Attempt.ShouldBe("2");
        completion.Score.ShouldBe(new Score(17, 0, 20));
    }

    [Fact]
    public void An_event_is_known_by_its_own_id_and_time_and_not_by_those_of_the_envelope()
    {
        var completion = One(Grade());

        completion.EventId.ShouldBe("urn:uuid:6f0f1d1e-6a55-4c39-93b5-4a2f8a3b0001");
        completion.At.ShouldBe(new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero));
        completion.EventName.ShouldBe("GradeEvent:Graded");
    }

    [Fact]
    public void A_section_bears_its_courses_ids_but_its_own_last_part_is_none() =>
        One(Grade()).Courses.ShouldBe(["EAU130-01", Section, "EAU130", "https://lms.example.ca/courses/502", "502"]);

    [Theory]
    [InlineData("https://lms.example.ca/courses/502/sections/1", "https://lms.example.ca/courses/502/sections/1")]
    [InlineData("https://lms.example.ca/courses/502", "https://lms.example.ca/courses/502 502")]
    [InlineData(
        "https://lms.example.ca/courses/course-v1%3ALac+Eau+2026/",
        "https://lms.example.ca/courses/course-v1%3ALac+Eau+2026/ course-v1:Lac+Eau+2026")]
    [InlineData("urn:example:course:502", "urn:example:course:502 502")]
    public void A_thinned_course_is_read_off_its_IRI(string iri, string ids) =>
        One(Grade(), grade => grade["group"] = iri).Courses.ShouldBe(ids.Split(' '));

    [Fact]
    public void The_course_of_a_teams_work_is_the_one_above_the_team() =>
        One(Grade(), grade => grade["group"] = new JsonObject
            {
                ["id"] = "https://lms.example.ca/groups/5",
                ["type"] = "Group",
                ["subOrganizationOf"] = Course.DeepClone(),
            })
            .Courses.ShouldBe(["https://lms.example.ca/courses/502", "502"]);

    [Fact]
    public void Learner_and_assessment_may_be_thinned()
    {
        var completion = One(Grade(), grade =>
        {
            grade["actor"] = "https://lms.example.ca/users/77";
            grade["object"]!["assignee"] = "https://lms.example.ca/users/390";
            grade["object"]!["assignable"] = "https://lms.example.ca/quizzes/31";
        });

        completion.Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.LmsId, "390"));
        completion.Assessment.ShouldBe("https://lms.example.ca/quizzes/31");
    }

    [Fact]
    public void An_attempt_that_only_the_score_describes_is_found_there() =>
        One(Grade(), grade =>
        {
            grade["generated"]!["attempt"] = grade["object"]!.DeepClone();
            grade["object"] = "https://lms.example.ca/quizzes/31/users/390/attempts/2";
        })
            .Assessment.ShouldBe("https://lms.example.ca/quizzes/31");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_an_event_names_by_IRI_alone_is_what_its_envelope_describes_before_or_behind(bool isBefore)
    {
        var grade = Grade();
        var (person, attempt) = (Person(), grade["object"]!.DeepClone());
        person["otherIdentifiers"] = Identifiers();
        attempt["assignee"] = "https://lms.example.ca/users/390";
        grade["object"] = attempt["id"]!.DeepClone();
        grade["group"] = Section;
        JsonNode[] described = [person, attempt, SectionOf("EAU130")];

        var reading = Readings.Caliper(Envelope(isBefore ? [.. described, grade] : [grade, .. described]).ToJsonString());

        var completion = reading.Completions.ShouldHaveSingleItem();
        completion.Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.StudentNumber, "900123456"));
        completion.Courses.ShouldContain("EAU130");
        completion.Assessment.ShouldBe("https://lms.example.ca/quizzes/31");
        reading.Ignored.Select(ignored => ignored.Kind).ShouldBe(["entity:Person", "entity:Attempt", "entity:CourseSection"]);
    }

    [Fact]
    public void A_description_of_a_question_makes_its_grade_noise() =>
        Readings
            .Caliper(
                Envelope(
                        new JsonObject { ["id"] = "https://lms.example.ca/quizzes/31/items/3", ["type"] = "AssessmentItem" },
                        JsonNode.Parse(
                            With(Grade(), grade => grade["object"]!["assignable"] = "https://lms.example.ca/quizzes/31/items/3")
                        )!["data"]![0]!.DeepClone())
                    .ToJsonString())
            .Completions.ShouldBeEmpty();

    [Fact]
    public void Other_identifiers_of_1_2_are_references_the_surest_first() =>
        One(Grade(), grade => grade["object"]!["assignee"]!["otherIdentifiers"] = Identifiers())
            .Learner.ShouldBe([
                new(LearnerReferenceKind.StudentNumber, "900123456"),
                new(LearnerReferenceKind.LmsId, "4567"),
                new(LearnerReferenceKind.LmsId, "390"),
                new(LearnerReferenceKind.Login, "zoe"),
                new(LearnerReferenceKind.Email, "zoe@example.ca"),
                new(LearnerReferenceKind.Other, "lti-1"),
                new(LearnerReferenceKind.Other, "https://lms.example.ca/users/390"),
            ]);

    [Fact]
    public void Which_identifier_is_the_student_number_is_the_sources_to_say()
    {
        Learner("none").ShouldNotContain(reference => reference.Kind == LearnerReferenceKind.StudentNumber);
        Learner("AccountUserName").ShouldContain(new LearnerReference(LearnerReferenceKind.StudentNumber, "zoe"));

        static IReadOnlyList<LearnerReference> Learner(string numbers) =>
            Readings
                .Caliper(
                    With(Grade(), grade => grade["object"]!["assignee"]!["otherIdentifiers"] = Identifiers()),
                    "application/json",
                    ("studentNumber", numbers))
                .Completions.Single()
                .Learner;
    }

    [Fact]
    public void An_IRI_that_is_an_address_of_mail_is_an_e_mail_address() =>
        One(Grade(), grade => grade["object"]!["assignee"] = "mailto:zoe@example.ca")
            .Learner.ShouldBe([new(LearnerReferenceKind.Email, "zoe@example.ca")]);

    [Theory]
    [InlineData("http://purl.imsglobal.org/caliper/Person", "Person")]
    [InlineData("_:anonymous", "Person")]
    [InlineData("https://lms.example.ca/groups/5", "Group")]
    public void A_grade_of_nobody_known_or_of_a_team_is_noise(string iri, string type) =>
        IsNoise(Grade(), grade => grade["object"]!["assignee"] = new JsonObject { ["id"] = iri, ["type"] = type });

    [Fact]
    public void A_grade_of_a_single_question_is_noise()
    {
        IsNoise(Grade(), grade => grade["object"]!["assignable"]!["type"] = "AssessmentItem");
        IsNoise(Grade(), grade =>
        {
            grade["object"]!["assignable"] = "https://lms.example.ca/quizzes/31/items/3";
            grade["object"]!["isPartOf"] = "https://lms.example.ca/quizzes/31/users/390/attempts/2";
        });
    }

    [Fact]
    public void A_grade_without_points_is_noise_and_zero_points_are_a_result()
    {
        IsNoise(Grade(), grade => grade["generated"]!.AsObject().Remove("scoreGiven"));
        One(Grade(), grade => grade["generated"]!["scoreGiven"] = 0).Score.ShouldNotBeNull().Percent.ShouldBe(0);
    }

    [Fact]
    public void The_possible_points_may_stand_on_what_was_attempted() =>
        One(Grade(), grade =>
        {
            grade["generated"]!["maxScore"] = 0;
            grade["object"]!["assignable"]!["maxScore"] = 34;
        })
            .Score.ShouldNotBeNull()
            .Percent.ShouldBe(50);

    [Fact]
    public void A_completed_course_is_a_completion_of_whoever_completed_it()
    {
        var completion = One(Event("Event", "Completed"), done => done["object"] = Course.DeepClone());

        completion.Kind.ShouldBe(CompletionKind.Completed);
        completion.Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.LmsId, "390"));
        completion.Courses.ShouldBe(["https://lms.example.ca/courses/502", "502"]);
        completion.Score.ShouldBeNull();
    }

    [Theory]
    [InlineData("Event", "VideoObject")]
    [InlineData("Event", "Assessment")]
    [InlineData("AssessmentItemEvent", "AssessmentItem")]
    [InlineData("AssignableEvent", "AssignableDigitalResource")]
    [InlineData("MediaEvent", "VideoObject")]
    public void What_else_is_completed_is_noise(string type, string of) =>
        IsNoise(Event(type, "Completed"), done => done["object"]!["type"] = of);

    [Theory]
    [InlineData("v1p1.caliperEnvelopeEventBatch", "NavigationEvent:NavigatedTo AnnotationEvent:Bookmarked ViewEvent:Viewed")]
    [InlineData("v1p1.caliperEnvelopeEventSingle", "AssessmentEvent:Started")]
    [InlineData("v1p1.caliperEnvelopeEventThinned", "NavigationEvent:NavigatedTo")]
    public void The_standards_own_envelopes_are_noise(string sample, string kinds)
    {
        var reading = Readings.Caliper(Sample(sample));

        reading.Fault.ShouldBeNull();
        reading.Completions.ShouldBeEmpty();
        reading.Ignored.Select(ignored => ignored.Kind).ShouldBe(kinds.Split(' '));
    }

    [Fact]
    public void The_standards_mixed_envelope_holds_one_grade_of_two_thirds()
    {
        var completion = Readings.Caliper(Sample("v1p1.caliperEnvelopeMixedBatch")).Completions.ShouldHaveSingleItem();

        completion.Score.ShouldBe(new Score(10, 0, 15));
        completion.Learner.ShouldContain(new LearnerReference(LearnerReferenceKind.LmsId, "554433"));
    }

    [Theory]
    [InlineData("v1p1.caliperEntityResult", false)]
    [InlineData("v1p1.caliperEntityScore", false)]
    [InlineData("v1p1.caliperEventAssessmentItemCompleted", false)]
    [InlineData("v1p1.caliperEventAssessmentStarted", false)]
    [InlineData("v1p1.caliperEventAssessmentSubmitted", false)]
    [InlineData("v1p1.caliperEventAssignableActivated", false)]
    [InlineData("v1p1.caliperEventBasicCreated", false)]
    [InlineData("v1p1.caliperEventGradeGraded", true)]
    [InlineData("v1p1.caliperEventGradeGradedItem", false)]
    [InlineData("v1p1.caliperEventNavigationNavigatedTo", false)]
    [InlineData("v1p1.caliperEventNavigationNavigatedToThinned", false)]
    [InlineData("v1p1.caliperEventSessionLoggedIn", false)]
    [InlineData("v1p1.caliperEventToolUseUsed", false)]
    public void The_standards_own_samples_mean_what_they_mean(string sample, bool isGrade)
    {
        var reading = Readings.Caliper(Envelope(JsonNode.Parse(Sample(sample))!).ToJsonString());

        reading.Fault.ShouldBeNull();
        reading.Completions.Count.ShouldBe(isGrade ? 1 : 0);
        reading.Ignored.Count.ShouldBe(isGrade ? 0 : 1);
    }

    [Theory]
    [InlineData("caliper.grade.passed.first_time", "course-v1:edX+DemoX+Demo_Course")]
    [InlineData("caliper.complete_video", null)]
    [InlineData("caliper.enrollment.deactivated", null)]
    [InlineData("caliper.problem_check.server", null)]
    public void Open_edX_is_understood_by_the_standard_alone(string sample, string? course)
    {
        var envelope = Envelope(JsonNode.Parse(Sample(sample, "openedx"))!);
        envelope["dataVersion"] = Version12;

        var reading = Readings.Caliper(envelope.ToJsonString());

        reading.Fault.ShouldBeNull();
        (reading.Completions.SingleOrDefault()?.Courses.Contains(course!)).ShouldBe(course is null ? null : true);
    }

    private static string Sample(string name, string folder = "caliper")
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        return File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", folder, $"{name}.json"));
    }

    private static JsonArray Identifiers() =>
        [
            Identifier("LtiUserId", "lti-1"),
            Identifier("EmailAddress", "zoe@example.ca"),
            Identifier("SystemId", "4567"),
            Identifier("AccountUserName", "zoe"),
            Identifier("LisSourcedId", "900123456"),
        ];

    private static JsonObject Identifier(string type, string value) =>
        new()
        {
            ["type"] = "SystemIdentifier",
            ["identifier"] = value,
            ["identifierType"] = type,
        };

    private static Completion One(JsonObject item, Action<JsonObject>? change = null) =>
        Readings.Caliper(With(item, change ?? (_ => { }))).Completions.ShouldHaveSingleItem();

    private static void IsNoise(JsonObject item, Action<JsonObject> change)
    {
        var reading = Readings.Caliper(With(item, change));
        reading.Fault.ShouldBeNull();
        reading.Completions.ShouldBeEmpty();
        reading.Ignored.ShouldHaveSingleItem();
    }
}
