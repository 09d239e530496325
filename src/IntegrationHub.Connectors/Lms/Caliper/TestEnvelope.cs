using IntegrationHub.Core.Intake;

namespace IntegrationHub.Connectors.Lms.Caliper;

/// <summary>An envelope to test with.</summary>
internal static class TestEnvelope
{
    private const string Context = "http://purl.imsglobal.org/ctx/caliper/v1p1";

    public static TestEvent At(DateTimeOffset now) => TestEvents.Json(new
    {
        sensor = TestEvents.Site,
        sendTime = TestEvents.Time(now),
        dataVersion = Context,
        data = new[]
        {
            new Dictionary<string, object>
            {
                ["@context"] = Context,
                ["id"] = $"urn:uuid:{Guid.NewGuid()}",
                ["type"] = "SessionEvent",
                ["action"] = "LoggedIn",
                ["actor"] = new { id = TestEvents.Site + "/test", type = "Person" },
                ["object"] = new { id = TestEvents.Site, type = "SoftwareApplication" },
                ["eventTime"] = TestEvents.Time(now),
            },
        },
    });
}
