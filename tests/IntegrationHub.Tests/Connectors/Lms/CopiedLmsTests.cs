using System.Text.Json.Nodes;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Testing.Connectors;
using Shouldly;
using Xunit;
using static IntegrationHub.Tests.Connectors.Lms.Caliper.CaliperFixtures;

namespace IntegrationHub.Tests.Connectors.Lms;

/// <summary>
/// A copy of an LMS, made for a test, brings the hub's address and secret along: of every kind whose events name their site, the copy's are
/// told apart.
/// </summary>
public sealed class CopiedLmsTests
{
    private const string Real = "lms.example.ca";
    private const string Copy = "lms-test.example.ca";

    private const string CourseCompleted = """
        ,"context":{"extensions":{
         "http://lrs.learninglocker.net/define/extensions/info":{"event_name":"\\core\\event\\course_completed"} } }
        """;

    /// <summary>What a kind sends from a site; null where its events name none, or the source has to state whose they are.</summary>
    private static readonly Dictionary<string, Func<string, string>?> Sends = new()
    {
        ["moodle"] = site => $"[{Statement(site, $"https://{site}/course/view.php?id=7", CourseCompleted)}]",
        ["xapi"] = site => Statement(site, "https://content.example.ca/course/7"),
        ["openedx"] = site => Statement(site, $"https://{site}/course/course-v1:Lac+EAU130+2026"),
        ["caliper"] = site => Envelope(From($"https://{site}/")).ToJsonString(),
        ["blackboard"] = site => Envelope(From($"https://caliper.lms.example.ca/v1/sites/{site}/applications/learn")).ToJsonString(),
        ["brightspace"] = site => $$"""
            {"id":"b3a5c1de-0000-4000-8000-000000000001","timestamp":"2026-02-01T10:00:00Z",
             "verb":{"id":"https://api.brightspace.com/xapi/verbs/created"},
             "object":{"definition":{"type":"https://api.brightspace.com/xapi/activities/tools/award/issue"} },
             "context":{"extensions":{
              "https://api.brightspace.com/xapi/extension_keys/context/object":{"awardId":"12","issuanceId":"88","issuedUserId":301},
              "https://api.brightspace.com/xapi/extension_keys/context/context":{"tenantId":"{{site}}","orgUnitId":"6606"} } } }
            """,
        ["canvas"] = null, // Required: accounts.
        ["json"] = null, // Its setting tenant says where the customer stands, and tenants which are the institution's.
        ["cloudevents"] = null, // A sender chooses its source.
        ["ags"] = null, // A score names nothing but the learner.
    };

    public static TheoryData<string> Named => [.. Sends.Where(kind => kind.Value is not null).Select(kind => kind.Key)];

    [Fact]
    public void Every_kind_is_looked_at() =>
        Sends.Keys.ShouldBe(HubKinds.All.Sources.Select(kind => kind.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Named))]
    public void A_completion_names_its_site_in_one_spelling(string kind)
    {
        Site(kind, Real).ShouldNotBeNull().Name.ShouldBe(Real);
        Site(kind, Real.ToUpperInvariant()).ShouldBe(Site(kind, Real));
        Site(kind, Copy).ShouldNotBeNull().Name.ShouldBe(Copy);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void A_source_that_states_its_sites_takes_from_no_other(string kind)
    {
        var setting = Site(kind, Real)!.Setting;
        var source = Arrived.Source(kind, $"{setting}: {Real}");

        HubKinds.All.Source(kind)!.Settings.ShouldContain(known => known.Name == setting);
        LmsSite.IsOfAnother(source, Read(source, Real)).ShouldBeFalse();
        LmsSite.IsOfAnother(source, Read(source, Copy)).ShouldBeTrue();
    }

    [Fact]
    public void Accounts_of_another_page_are_other_peoples_where_the_source_states_its_page() =>
        Read(Arrived.Source("xapi", $"homePage: https://{Real}"), Copy).Completions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            completion => completion.Site.ShouldBeNull(),
            completion => completion.Learner.ShouldHaveSingleItem().Kind.ShouldBe(LearnerReferenceKind.Other));

    private static LmsSite? Site(string kind, string site) =>
        Read(Arrived.Source(kind), site).Completions.ShouldHaveSingleItem().Site;

    private static Reading Read(Source source, string site) => Arrived.Lms(source.Kind).Read(
        source,
        Arrived.Delivery(Sends[source.Kind]!(site), "application/json", ("X-Experience-API-Version", "1.0.3")));

    private static string Statement(string site, string course, string more = "") => $$"""
        {"actor":{"account":{"homePage":"https://{{site}}","name":"301"} },"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
         "object":{"id":"{{course}}","definition":{"type":"https://w3id.org/xapi/cmi5/activitytype/course"} },
         "timestamp":"2026-11-02T15:00:00Z"{{more}} }
        """;

    private static JsonObject From(string application)
    {
        var grade = Grade();
        grade["edApp"] = new JsonObject { ["id"] = application, ["type"] = "SoftwareApplication" };
        return grade;
    }
}
