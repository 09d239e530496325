using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms.Canvas;

public sealed class CanvasCaliperTests
{
    private const string Canvas = "com.instructure.canvas";

    [Fact]
    public void A_grade_means_the_same_in_either_format()
    {
        var completion = Readings.Canvas(Envelope(OfCanvas(Grade())).ToJsonString()).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.StudentNumber, "900123456"), new(LearnerReferenceKind.LmsId, "48")]);
        completion.Courses.ShouldBe(["565"]);
        completion.Assessment.ShouldBe("371");
        completion.Attempt.ShouldBeNull();
        completion.Score.ShouldBe(new Score(17, 0, 20));
        completion.Tenant.ShouldBe(Readings.Account);
        completion.EventId.ShouldStartWith("urn:uuid:");
    }

    [Fact]
    public void It_is_read_signed_as_it_is_read_bare()
    {
        var json = Envelope(OfCanvas(Grade())).ToJsonString();

        Readings.SignedCanvas(json).Completions.Single().ShouldBeEquivalentTo(Readings.Canvas(json).Completions.Single());
    }

    [Fact]
    public void A_section_of_a_course_is_the_course() =>
        Readings
            .Canvas(
                With(OfCanvas(Grade()), grade =>
                    grade["group"]!["id"] = "urn:instructure:canvas:course:40130000000000565:section:40130000000000012"))
            .Completions.Single()
            .Courses.ShouldBe(["565"]);

    [Fact]
    public void A_grade_without_points_is_one_that_was_cleared() =>
        Readings
            .Canvas(With(OfCanvas(Grade()), grade => grade["generated"]!["scoreGiven"] = null))
            .Completions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                completion => completion.Kind.ShouldBe(CompletionKind.Undone),
                completion => completion.Assessment.ShouldBe("371"));

    [Fact]
    public void What_else_Canvas_sends_is_noise_by_type_and_action() =>
        Readings
            .Canvas(Envelope(OfCanvas(Event("AssignableEvent", "Completed"))).ToJsonString())
            .Ignored.ShouldBe([new("AssignableEvent:Completed")]);

    [Fact]
    public void An_envelope_with_an_event_of_another_account_is_refused_whole()
    {
        var (ours, theirs, noise) = (OfCanvas(Grade()), OfCanvas(Grade(), "another"), OfCanvas(Event("ViewEvent", "Viewed"), "another"));

        Readings.Canvas(Envelope(ours, theirs).ToJsonString()).IsForeign.ShouldBeTrue();
        Readings.Canvas(Envelope(ours.DeepClone(), noise).ToJsonString()).IsForeign.ShouldBeTrue();
        Readings.Canvas(Envelope(noise.DeepClone()).ToJsonString()).IsForeign.ShouldBeTrue();
    }

    [Fact]
    public void A_fault_in_one_event_does_not_hide_that_the_next_is_of_another_account() =>
        Readings
            .Canvas(
                Envelope(
                        JsonNode.Parse(With(OfCanvas(Grade()), grade => grade.Remove("eventTime")))!["data"]![0]!.DeepClone(),
                        OfCanvas(Grade(), "another"))
                    .ToJsonString())
            .IsForeign.ShouldBeTrue();

    [Fact]
    public void An_account_named_in_what_a_user_wrote_binds_nothing()
    {
        var theirs = OfCanvas(Event("ViewEvent", "Viewed"), "another");
        theirs["object"]!["extensions"] = new JsonObject { [Canvas] = new JsonObject { ["root_account_uuid"] = Readings.Account } };

        Readings.Canvas(Envelope(theirs).ToJsonString()).IsForeign.ShouldBeTrue();
    }

    [Fact]
    public void An_event_that_names_no_account_is_bound_by_the_address_of_its_Canvas()
    {
        var unnamed = OfCanvas(Grade());
        unnamed["actor"]!.AsObject().Remove("extensions");
        var json = Envelope(unnamed).ToJsonString();

        Readings.Canvas(json).IsForeign.ShouldBeTrue();
        Readings.Canvas(json, ("accounts", $"{Readings.Account} lacnord.instructure.example.ca")).Completions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Canvas_is_answered_200_even_where_nothing_can_be_read()
    {
        var reading = Readings.Canvas(With(OfCanvas(Grade()), grade => grade.Remove("eventTime")));

        reading.Fault.ShouldNotBeNull();
        reading.FaultStatus.ShouldBe(200);
    }

    [Fact]
    public void The_vendors_own_sample_is_a_grade_of_the_assignee()
    {
        Assert.SkipWhen(Readings.Samples() is null, "The samples are not beside this repository.");
        var json = File.ReadAllText(Path.Combine(Readings.Samples()!.FullName, "lms", "canvas", "caliper.grade_change.json"));

        var completion = Readings.Canvas(json, ("accounts", "oxana.instructure.com")).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Assessed);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.StudentNumber, "ABC.123"), new(LearnerReferenceKind.LmsId, "48")]);
        completion.Score.ShouldBe(new Score(5, 0, 1));
    }

    private static JsonObject OfCanvas(JsonObject item, string account = Readings.Account)
    {
        item["actor"] = new JsonObject
        {
            ["id"] = "urn:instructure:canvas:user:40130000000000077",
            ["type"] = "Person",
            ["extensions"] = new JsonObject
            {
                [Canvas] = new JsonObject
                {
                    ["root_account_id"] = "40130000000000001",
                    ["root_account_uuid"] = account,
                    ["user_sis_id"] = "T-1",
                },
            },
        };
        item["edApp"] = new JsonObject { ["id"] = "https://lacnord.instructure.example.ca/", ["type"] = "SoftwareApplication" };
        item["group"] = new JsonObject { ["id"] = "urn:instructure:canvas:course:40130000000000565", ["type"] = "CourseOffering" };
        if (item["object"]!["assignee"] is null)
            return item;
        item["object"]!["assignee"] = new JsonObject
        {
            ["id"] = "urn:instructure:canvas:user:40130000000000048",
            ["type"] = "Person",
            ["extensions"] = new JsonObject { [Canvas] = new JsonObject { ["sis_id"] = "900123456" } },
        };
        item["object"]!["assignable"] = new JsonObject
        {
            ["id"] = "urn:instructure:canvas:assignment:40130000000000371",
            ["type"] = "AssignableDigitalResource",
        };
        return item;
    }
}
