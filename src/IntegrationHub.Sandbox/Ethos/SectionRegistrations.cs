using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IntegrationHub.Sandbox.Campus;
using IntegrationHub.Sandbox.Http;
using IntegrationHub.Sandbox.Settings;

namespace IntegrationHub.Sandbox.Ethos;

internal sealed record Registration(Guid Id, Learner Learner, Course Course);

internal static class SectionRegistrations
{
    /// <summary>Everyone whom the SIS knows is registered in every section; the ids are the same on every start.</summary>
    public static FrozenDictionary<Guid, Registration> All(CampusData campus) =>
        (from learner in campus.Students
         from course in campus.Courses
         select new Registration(IdOf(learner, course), learner, course)).ToFrozenDictionary(registration => registration.Id);

    public static Guid IdOf(Learner learner, Course course) =>
        IdOf(learner.Person!.Value, course.Section);

    private static Guid IdOf(Guid person, Guid section) => CampusData.GuidFrom("registration", person.ToString(), section.ToString());

    public static IResult Find(HttpContext context, Registrar registrar, SandboxOptions options)
    {
        if (context.Request.Criteria() is not { } criteria) return EthosRequest.BadCriteria();
        if (criteria.Any(filter => filter.Key is not ("registrant" or "section") || filter.Value.Id() is null))
            return EthosErrors.Invalid("criteria: registrant.id and section.id, each a GUID.");
        var (registrant, section) = (criteria["registrant"].Id(), criteria["section"].Id());
        IEnumerable<Registration> found = registrant is { } person && section is { } place
            ? registrar.Registrations.TryGetValue(IdOf(person, place), out var one) ? [one] : []
            : registrar.Registrations.Values
                .Where(registration => (registrant is null || registration.Learner.Person == registrant)
                    && (section is null || registration.Course.Section == section))
                .OrderBy(registration => registration.Id);
        return context.Page(found.Select(Show).ToList(), options.Ethos.MaxPageSize);
    }

    public static IResult Get(string id, Registrar registrar) =>
        Guid.TryParse(id, out var guid) && registrar.Registrations.TryGetValue(guid, out var registration)
            ? Results.Json(Show(registration))
            : EthosErrors.NotFound("section-registrations", id);

    private static JsonObject Show(Registration registration) => new()
    {
        ["id"] = registration.Id.ToString(),
        ["registrant"] = JsonBody.Reference(registration.Learner.Person!.Value),
        ["section"] = JsonBody.Reference(registration.Course.Section),
        ["status"] = new JsonObject { ["registrationStatus"] = "registered", ["sectionRegistrationStatusReason"] = "registered" },
    };
}
