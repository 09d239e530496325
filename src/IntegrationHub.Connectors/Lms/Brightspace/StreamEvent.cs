using System.Text.Json;
using IntegrationHub.Connectors.Json;
using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Connectors.Lms.Brightspace;

/// <summary>One event of a data stream. The numeric ids, by which people know things, are in its extensions.</summary>
internal sealed class StreamEvent(JsonElement? json)
{
    private const string Tools = "/activities/tools/";
    private const string Keys = "https://api.brightspace.com/xapi/extension_keys/context/";

    private readonly JsonElement? _extensions = json.At("context", "extensions");

    private string Name => $"{Short(json.Text("object", "definition", "type"))}.{Verb}";

    private string? Verb => json.Text("verb", "id") is { } verb ? verb[(verb.LastIndexOf('/') + 1)..] : null;

    /// <summary>
    /// A type of activity in short, e.g. <c>grade.item</c> for <c>https://api.brightspace.com/xapi/activities/tools/grade/item</c>.
    /// </summary>
    public static string Short(string? type) =>
        type?.IndexOf(Tools, StringComparison.Ordinal) is >= 0 and var at ? type[(at + Tools.Length)..].Replace('/', '.') : "other";

    /// <summary>Reads it.</summary>
    /// <param name="tenants">The tenants that are the institution; any where there are none.</param>
    public Reading Read(IReadOnlyList<string> tenants)
    {
        var tenant = Extension("context", "tenantId");
        if (tenants.Count > 0 && (tenant is null || !tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)))
            return new() { IsForeign = true };
        CompletionKind? kind = Name switch
        {
            "award.issue.created" => CompletionKind.Completed,
            "award.issue.revoked" or "award.issue.expired" => CompletionKind.Undone,
            _ => null,
        };
        if (kind is null)
            return OneEvent.Noise(Name);

        // The actor is who issued it, or a job: never the learner.
        if (Extension("object", "issuedUserId") is not { } learner)
            return OneEvent.Fault("An award names no issuedUserId.");
        if (Extension("context", "orgUnitId") is not { } course || Extension("object", "awardId") is not { } award)
            return OneEvent.Fault("An award names no orgUnitId or no awardId.");
        if (Moments.Parse(json.Text("timestamp")) is not { } at)
            return OneEvent.Fault("An award bears no timestamp that can be read.");
        var completion = new Completion
        {
            EventId = "",
            EventName = Name,
            Kind = kind.Value,
            Learner = [new(LearnerReferenceKind.LmsId, learner)],
            Courses = [course],
            Assessment = award,
            Attempt = Extension("object", "issuanceId"),
            Tenant = tenant,
            Site = LmsSite.Named(tenant, "tenants"),
            At = at,
        };
        return OneEvent.Counts(completion, json.Text("id") ?? Extension("context", "originalEventId"));
    }

    private string? Extension(string of, string name) => _extensions.Text(Keys + of, name);
}
