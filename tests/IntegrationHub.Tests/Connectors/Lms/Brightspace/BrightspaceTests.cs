using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;
using Shouldly;
using Xunit;

namespace IntegrationHub.Tests.Connectors.Lms.Brightspace;

public sealed class BrightspaceTests
{
    private static readonly Source Source = Arrived.Source("brightspace");

    [Fact]
    public void An_award_is_its_learner_s_and_never_the_actor_s()
    {
        var completion = Arrived.Read(Source, Award("created")).Completions.ShouldHaveSingleItem();

        completion.Kind.ShouldBe(CompletionKind.Completed);
        completion.Learner.ShouldBe([new(LearnerReferenceKind.LmsId, "301")]);
        completion.Courses.ShouldBe(["6606"]);
        (completion.Assessment, completion.Attempt, completion.Tenant).ShouldBe(("12", "88", "tenant-1"));
        completion.EventId.ShouldBe("b3a5c1de-0000-4000-8000-000000000001");
        completion.EventName.ShouldBe("award.issue.created");
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    public void An_award_taken_away_takes_back_that_issue_of_it(string verb)
    {
        var (given, taken) = (
            Arrived.Read(Source, Award("created")).Completions.Single(),
            Arrived.Read(Source, Award(verb)).Completions.ShouldHaveSingleItem());


        taken.Kind.ShouldBe(CompletionKind.Undone);
        (taken.Assessment, taken.Attempt).ShouldBe((given.Assessment, given.Attempt));
        taken.Courses.ShouldBe(given.Courses);
    }

    [Theory]
    [InlineData("award/issue", "updated", "award.issue.updated")]
    [InlineData("content/topic", "completed", "content.topic")]
    [InlineData("grade", "updated", "grade")]
    [InlineData("grade/final", "released", "grade.final")]
    public void Everything_else_is_noise_by_its_own_name(string type, string verb, string label) =>
        Arrived.Read(Source, Award(verb).Replace("award/issue", type, StringComparison.Ordinal)).Ignored.ShouldBe([label]);

    [Fact]
    public void Several_events_in_one_delivery_are_read_one_by_one()
    {
        var reading = Arrived.Read(
            Source,
            $"[{Award("completed").Replace("award/issue", "content/topic", StringComparison.Ordinal)},{Award("created")}]");

        reading.Completions.Count.ShouldBe(1);
        reading.Ignored.ShouldBe(["content.topic.completed"]);
    }

    [Theory]
    [InlineData("tenant-1", false)]
    [InlineData("TENANT-1", false)]
    [InlineData("tenant-2", true)]
    public void An_event_of_another_tenant_is_foreign_even_as_noise(string ours, bool isForeign)
    {
        var source = Arrived.Source("brightspace", $"tenants: {ours}");

        Arrived.Read(source, Award("created")).IsForeign.ShouldBe(isForeign);
        Arrived.Read(source, Award("updated").Replace("award/issue", "grade", StringComparison.Ordinal)).IsForeign.ShouldBe(isForeign);
    }

    [Theory]
    [InlineData("\"issuedUserId\":301", "issuedUserId")]
    [InlineData("\"orgUnitId\":\"6606\"", "orgUnitId")]
    [InlineData("\"timestamp\":\"2026-02-01T10:00:00Z\"", "timestamp")]
    public void An_award_that_lacks_what_it_needs_is_kept_for_a_person(string member, string why) =>
        Arrived
            .Read(Source, Award("created").Replace(member, "\"x\":1", StringComparison.Ordinal))
            .Fault.ShouldNotBeNull()
            .ShouldContain(why);

    [Theory]
    [InlineData("bds.award_issued.template", "created|updated|revoked|expired", "created", CompletionKind.Completed)]
    [InlineData("bds.award_issued.template", "created|updated|revoked|expired", "revoked", CompletionKind.Undone)]
    [InlineData("bds.content_completion.template", "-", "-", null)]
    [InlineData("bds.grade.template", "created|updated|deleted|restored|released|predicted", "updated", null)]
    public void The_published_templates_mean_what_they_mean(string sample, string verbs, string verb, CompletionKind? kind)
    {
        var json = Arrived.Sample($"d2l/{sample}.json").Replace($"<{verbs}>", verb, StringComparison.Ordinal)
            .Replace("<UTCDateTimeString>", "2026-02-01T10:00:00.000Z", StringComparison.Ordinal)
            .Replace("<grade|grade/item|grade/final>", "grade/item", StringComparison.Ordinal);
        var reading = Arrived.Read(Source, json);

        reading.Fault.ShouldBeNull();
        reading.Completions.Select(completion => (CompletionKind?)completion.Kind).SingleOrDefault().ShouldBe(kind);
        reading.Completions.ShouldAllBe(completion => completion.Learner[0].Value == "<BrightspaceIssuedUserId>");
        Arrived.Spoil(Source, json);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void What_is_no_event_is_kept_for_a_person(string body) => Arrived.Read(Source, body).Fault.ShouldNotBeNull();

    private static string Award(string verb) => $$"""
        {"id":"b3a5c1de-0000-4000-8000-000000000001","timestamp":"2026-02-01T10:00:00Z",
         "actor":{"account":{"homePage":"https://tenant-1.lms.d2l.com/","name":"urn:uuid:5f0a"} },
         "verb":{"id":"https://api.brightspace.com/xapi/verbs/{{verb}}"},
             "object":{"objectType":"Activity","id":"urn:uuid:77aa",
              "definition":{"type":"https://api.brightspace.com/xapi/activities/tools/award/issue"} },
         "context":{"registration":"99bb","extensions":{
          "https://api.brightspace.com/xapi/extension_keys/context/actor":{"userId":"9"},
          "https://api.brightspace.com/xapi/extension_keys/context/object":{"awardId":"12","issuanceId":"88","issuedUserId":301},
              "https://api.brightspace.com/xapi/extension_keys/context/context":{"tenantId":"tenant-1","originalEventId":"0e",
              "orgUnitType":"Course Offering","orgUnitId":"6606"} } } }
        """;
}
