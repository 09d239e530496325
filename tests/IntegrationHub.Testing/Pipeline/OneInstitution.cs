using IntegrationHub.Core.Model.Completions;
using IntegrationHub.Core.Model.Institutions;
using IntegrationHub.Core.Model.MicroCredentials;

namespace IntegrationHub.Testing.Pipeline;

/// <summary>A college with one LMS, one micro-credential of threshold 80 %, and every outside system.</summary>
internal sealed class OneInstitution(Institution? mine = null) : IInstitutions
{
    /// <summary>What its files say now.</summary>
    public Institution InForce { get; set; } = mine ?? Only;

    public const string Id = "lacnord";
    public const string Course = "4101";
    public const string Summative = "7101";

    public static MicroCredential WaterSampling { get; } = new()
    {
        Code = "water-sampling",
        Version = 3,
        Summary = new() { Title = new("Échantillonnage de l’eau", "Water sampling"), Description = new("D", "D") },
        Assessment = new(80, EnforcedByLms: false),
        Record = new(RecordTargetKind.SectionGrade, "section", "grade", "type"),
        Badge = new() { Class = "class-1" },
        Offerings = [new("lms", Course, Summative)],
    };

    public static Institution Only { get; } =
        new()
        {
            Id = Id,
            Name = new("Collège Lac-Nord", "North Lake College"),
            TimeZone = "America/Toronto",
            Pepper = "LACNORD_PEPPER",
            Sources = new Dictionary<string, Source>
            {
                ["lms"] = new()
                {
                    Name = "lms",
                    Kind = "canvas",
                    Authentication = "secretAddress",
                    Settings = new Dictionary<string, string>(),
                    Secrets = new Dictionary<string, InboundSecret>(),
                },
            },
            Connections = Enum.GetValues<ConnectionRole>()
                .ToDictionary(
                    role => role,
                    role => new Connection
                    {
                        Role = role,
                        Kind = "double",
                        Rate = 1e9,
                        ConfirmEvery = TimeSpan.FromMinutes(15),
                        Settings = new Dictionary<string, string>(),
                        Secrets = new Dictionary<string, string>(),
                    }),
            MicroCredentials = new Dictionary<string, MicroCredential> { [WaterSampling.Code] = WaterSampling },
        };

    /// <summary>The college whose only source says something otherwise.</summary>
    public static Institution With(Func<Source, Source> change) =>
        Only with
        {
            Sources = new Dictionary<string, Source> { ["lms"] = change(Only.Sources["lms"]) },
        };

    public IReadOnlyCollection<Institution> All => [InForce];

    public IReadOnlyCollection<string> Names => [Id];

    /// <summary>Whether its files never were good.</summary>
    public bool IsOut { get; set; }

    public static Completion Assessed(
        decimal percent,
        string eventId = "event-1",
        string student = "900100001",
        int minute = 0,
        string? attempt = null) =>
        new()
        {
            EventId = eventId,
            Kind = CompletionKind.Assessed,
            Learner = [new(LearnerReferenceKind.StudentNumber, student), new(LearnerReferenceKind.LmsId, $"lms-{student}")],
            Courses = [Course],
            Assessment = Summative,
            Attempt = attempt,
            Score = new(percent, 0, 100),
            At = new(2026, 11, 2, 14, minute, 0, TimeSpan.Zero),
            EventName = "grade_change",
        };

    public InstitutionState Find(string id, out Institution? institution)
    {
        institution = id == Id && !IsOut ? InForce : null;
        return institution is not null ? InstitutionState.InForce
            : id == Id ? InstitutionState.Faulty
            : InstitutionState.Unknown;
    }
}
