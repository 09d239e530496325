using IntegrationHub.Core.Model.Awards;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Benchmarks.Rules;

/// <summary>A college with an entry, and a milestone that rests on it, for each history that is measured.</summary>
internal sealed class RuleCampus(IEnumerable<string> codes) : IInstitutions
{
    public const string Id = "lacnord";

    private static readonly DateTimeOffset Start = new(2026, 1, 12, 14, 0, 0, TimeSpan.Zero);

    public Institution Institution { get; } = new()
    {
        Id = Id,
        Name = new("Collège Lac-Nord", "North Lake College"),
        TimeZone = "America/Toronto",
        Pepper = "LACNORD_PEPPER",
        Sources = new Dictionary<string, Source>(),
        Connections = Enum.GetValues<ConnectionRole>().ToDictionary(role => role, role => new Connection
        {
            Role = role,
            Kind = "none",
            Settings = new Dictionary<string, string>(),
            Secrets = new Dictionary<string, string>(),
        }),
        MicroCredentials = codes.SelectMany(code => new[] { Practice(code), Certificate(code) }).ToDictionary(entry => entry.Code),
    };

    public IReadOnlyCollection<Institution> All => [Institution];

    public IReadOnlyCollection<string> Names => [Id];

    public InstitutionState Find(string id, out Institution? institution)
    {
        institution = id == Id ? Institution : null;
        return institution is null ? InstitutionState.Unknown : InstitutionState.InForce;
    }

    public static string CertificateOf(string code) => $"{code}-certificate";

    public static MicroCredential Practice(string code) => new()
    {
        Code = code,
        Version = 1,
        Summary = new() { Title = new("Pratique", "Practice"), Description = new("…", "…"), Hours = 15, Credits = 1 },
        Assessment = new(80, EnforcedByLms: false) { Window = new(new(2026, 1, 1), new(2030, 12, 31), 7) },
        Record = new(RecordTargetKind.SectionGrade, "section", "grade", "type"),
        Badge = new(),
        Validity = new(36),
        Offerings = [new("lms", "4101", "7101")],
    };

    public static MicroCredential Certificate(string code) => Practice(CertificateOf(code)) with
    {
        Assessment = null,
        Offerings = [],
        Stacks = [new(StackMeasure.Hours, 15, [new([code]), new(["elsewhere"])])],
    };

    /// <summary>A result of an attempt, an hour after the one before.</summary>
    public static Evidence Result(int number, decimal percent) => new(
            $"event-{number}",
            "lms",
            CompletionKind.Assessed,
            "7101",
            $"attempt-{number}",
            new(percent, 0, 100),
            Start.AddHours(number),
            "graded",
            "payload")
        {
            Courses = ["4101"],
        };
}
