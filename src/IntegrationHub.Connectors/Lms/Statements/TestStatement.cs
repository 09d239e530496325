using IntegrationHub.Core.Intake;

namespace IntegrationHub.Connectors.Lms.Statements;

/// <summary>A statement to test with.</summary>
internal static class TestStatement
{
    public static TestEvent At(DateTimeOffset now) => TestEvents.Json(new
    {
        id = Guid.NewGuid(),
        actor = new { objectType = "Agent", account = new { homePage = TestEvents.Site, name = "hub-test" } },
        verb = new { id = "http://adlnet.gov/expapi/verbs/experienced" },
        @object = new { objectType = "Activity", id = TestEvents.Site + "/test" },
        timestamp = TestEvents.Time(now),
    }).With(XApiVersions.Header, "1.0.3");
}
