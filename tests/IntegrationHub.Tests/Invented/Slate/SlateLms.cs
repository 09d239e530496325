using IntegrationHub.Connectors.Json;
using IntegrationHub.Connectors.Lms;
using IntegrationHub.Core.Lms;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Tests.Invented.Slate;

/// <summary>Reads Slate’s deliveries: one finished course each.</summary>
internal sealed class SlateLms : ILms
{
    public string Kind => "slate";

    public Reading Read(Source source, Delivery delivery) => Guarded.Read(() =>
    {
        System.Text.Json.JsonElement? json = JsonReading.Parse(delivery.Content);
        if (json.Text("event") != "course.done")
            return OneEvent.Noise(json.Text("event"));
        if (json.Text("campus") != source.Setting("campus"))
            return new() { IsForeign = true };
        if (json.Text("student") is not { } student || json.Text("course") is not { } course || json.Time("at") is not { } at)
            return OneEvent.Fault("A finished course has no student, no course or no time.");
        return OneEvent.Counts(
            new()
            {
                EventId = "",
                EventName = "course.done",
                Kind = CompletionKind.Completed,
                Learner = [new(LearnerReferenceKind.StudentNumber, student)],
                Courses = [course],
                At = at,
            },
            json.Text("id"));
    });
}
